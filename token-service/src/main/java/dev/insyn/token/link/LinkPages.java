package dev.insyn.token.link;

import java.util.Optional;

import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// What people see when they follow a link. Programs follow links too (mail scanners), so following one shows a brand
/// and a button; only a person's press of it opens the page.
@Controller
class LinkPages {

	private final OpeningLinks opening;

	private final Presses presses;

	private final OpeningByCode codes;

	private final BeginningSessions sessions;

	private final LinkScreens screens;

	private final CodeScreen codeScreen;

	LinkPages(OpeningLinks opening, Presses presses, OpeningByCode codes, BeginningSessions sessions,
			LinkScreens screens, CodeScreen codeScreen) {
		this.opening = opening;
		this.presses = presses;
		this.codes = codes;
		this.sessions = sessions;
		this.screens = screens;
		this.codeScreen = codeScreen;
	}

	@GetMapping("/l/{token}")
	ResponseEntity<Content> show(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		return this.opening.working(token)
			.map((link) -> this.screens.button(link, token, this.presses.ask(link.id()), languages))
			.orElseGet(() -> this.screens.dead(token, languages));
	}

	@PostMapping("/l/{token}")
	ResponseEntity<Content> open(@PathVariable String token, Form form,
			@RequestHeader(name = "Sec-Fetch-User", required = false) @Nullable String fetchUser,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Optional<Stored<Link>> link = this.opening.working(token);
		if (link.isEmpty()) {
			return this.screens.dead(token, languages);
		}
		Presses.Answer answer = form.answer(fetchUser);
		if (!this.presses.isAPersons(link.get().id(), answer)) {
			return this.screens.number(link.get(), token, this.presses.ask(link.get().id()), answer.hasTyped(),
					languages);
		}
		if (this.codes.asksForCode(link.get())) {
			String challenge = this.codes.send(link.get(), this.codeScreen.language(link.get(), languages));
			return this.codeScreen.sent(link.get(), token, challenge, languages);
		}
		return this.sessions.begin(link.get()).orElseGet(() -> this.screens.dead(token, languages));
	}

	/// What the page of the button sends.
	record Form(@Nullable String proof, @Nullable String script, @Nullable String pressed, @Nullable String typed) {

		Presses.Answer answer(@Nullable String fetchUser) {
			return Presses.Answer.of(this.proof, this.script, this.pressed, this.typed, fetchUser);
		}

	}

}
