package dev.insyn.token.session;

import dev.insyn.platform.errors.Problem;
import dev.insyn.token.link.OpeningLinks;
import dev.insyn.token.signing.AccessTokens;
import dev.insyn.token.signing.ContactSession;
import dev.insyn.token.signing.EndedTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Renewal for the gateway: an access token that ends soon, or just has, is given in for a new one of the same session.
@RestController
class SessionController {

	private static final String BEARER = "Bearer ";

	private final EndedTokens endedTokens;

	private final OpeningLinks links;

	private final AccessTokens tokens;

	SessionController(EndedTokens endedTokens, OpeningLinks links, AccessTokens tokens) {
		this.endedTokens = endedTokens;
		this.links = links;
		this.tokens = tokens;
	}

	@PostMapping("/sessions/renewal")
	Renewed renew(@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		ContactSession session = session(authorization);
		if (session == null) {
			throw new Problem(HttpStatus.UNAUTHORIZED, "urn:insyn:problem:session-over", "The session can't go on");
		}
		return new Renewed(this.tokens.forContact(session).value());
	}

	private @Nullable ContactSession session(String authorization) {
		if (!authorization.startsWith(BEARER)) {
			return null;
		}
		return this.endedTokens.session(authorization.substring(BEARER.length()))
			.filter(this.links::maintains)
			.orElse(null);
	}

	record Renewed(String token) {

		@Override
		public String toString() {
			return "Renewed[]";
		}

	}

}
