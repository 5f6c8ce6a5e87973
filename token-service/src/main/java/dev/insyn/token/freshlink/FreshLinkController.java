package dev.insyn.token.freshlink;

import java.net.URI;
import java.util.Optional;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.link.LinkScreens;
import dev.insyn.token.link.LinkToken;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// *Send me a new link*. Whoever asks gets the same answer after the same work: the wish is stored, and nobody has looked
/// yet whose the address is, or whether the link ever was one.
@Controller
class FreshLinkController {

	private static final int LONGEST = 254;

	private final WaitingWishes wishes;

	private final LinkScreens screens;

	FreshLinkController(WaitingWishes wishes, LinkScreens screens) {
		this.wishes = wishes;
		this.screens = screens;
	}

	@PostMapping("/l/{token}/fresh")
	ResponseEntity<Content> ask(@PathVariable String token, @RequestParam(defaultValue = "") String email,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Optional<TenantId> tenant = this.screens.tenant(token);
		if (tenant.isEmpty()) {
			return this.screens.dead(token, languages);
		}
		String typed = email.strip();
		if (!isAnAddress(typed)) {
			return this.screens.refused(token, (typed.length() > LONGEST) ? "" : typed,
					typed.isEmpty() ? "link.fresh.email.missing" : "link.fresh.email.odd", languages);
		}
		this.wishes.add(tenant.get(),
				new FreshLinkWish(typed, LinkToken.parse(token).map(LinkToken::linkId).orElse(null),
						this.screens.language(tenant.get(), languages)));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create("/l/" + tenant.get().value() + "/fresh"))
			.build();
	}

	/// Reloading asks for nothing again, and its address holds no token any more.
	@GetMapping("/l/{token}/fresh")
	ResponseEntity<Content> asked(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		return this.screens.tenant(token)
			.map((tenant) -> this.screens.asked(tenant, languages))
			.orElseGet(() -> this.screens.dead(token, languages));
	}

	private static boolean isAnAddress(String typed) {
		int at = typed.lastIndexOf('@');
		return at > 0 && at < typed.length() - 1 && typed.length() <= LONGEST
				&& typed.chars().noneMatch((c) -> Character.isWhitespace(c) || Character.isISOControl(c));
	}

}
