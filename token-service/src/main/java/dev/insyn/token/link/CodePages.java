package dev.insyn.token.link;

import java.util.Optional;

import dev.insyn.platform.store.Stored;
import dev.insyn.token.code.AccessCodes;
import dev.insyn.token.code.Entered;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// A link's second step, where it asks for a code.
@Controller
class CodePages {

	private final OpeningLinks opening;

	private final OpeningByCode codes;

	private final BeginningSessions sessions;

	private final LinkScreens screens;

	private final CodeScreen screen;

	CodePages(OpeningLinks opening, OpeningByCode codes, BeginningSessions sessions, LinkScreens screens,
			CodeScreen screen) {
		this.opening = opening;
		this.codes = codes;
		this.sessions = sessions;
		this.screens = screens;
		this.screen = screen;
	}

	@PostMapping("/l/{token}/code")
	ResponseEntity<Content> enter(@PathVariable String token, @RequestParam(defaultValue = "") String challenge,
			@RequestParam(defaultValue = "") String code, @RequestParam(required = false) @Nullable String again,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Optional<Stored<Link>> found = this.opening.working(token);
		if (found.isEmpty()) {
			return this.screens.dead(token, languages);
		}
		Stored<Link> link = found.get();
		if (again != null) {
			return this.screen.sent(link, token, this.codes.send(link, this.screen.language(link, languages)),
					languages);
		}
		AccessCodes.Answer answer = this.codes.enter(link, challenge, code);
		if (OpeningByCode.proves(answer, link.state())) {
			return this.sessions.begin(link).orElseGet(() -> this.screens.dead(token, languages));
		}
		return this.screen.refused(link, token, challenge,
				(answer.outcome() == Entered.RIGHT) ? Entered.WRONG : answer.outcome(), languages);
	}

}
