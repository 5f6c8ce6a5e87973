package dev.insyn.token.session;

import java.util.Optional;

import dev.insyn.platform.errors.Problem;
import dev.insyn.token.link.OpeningLinks;
import dev.insyn.token.portal.PortalSessions;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.signing.AccessTokens;
import dev.insyn.token.signing.EndedTokens;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Renewal for the gateway: an access token that ends soon, or just has, is given in for a new one of the same session.
@RestController
class SessionController {

	private static final String BEARER = "Bearer ";

	private final EndedTokens endedTokens;

	private final OpeningLinks links;

	private final SigningInUsers users;

	private final PortalSessions portal;

	private final AccessTokens tokens;

	SessionController(EndedTokens endedTokens, OpeningLinks links, SigningInUsers users, PortalSessions portal,
			AccessTokens tokens) {
		this.endedTokens = endedTokens;
		this.links = links;
		this.users = users;
		this.portal = portal;
		this.tokens = tokens;
	}

	@PostMapping("/sessions/renewal")
	Renewed renew(@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		String token = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
		AccessToken renewed = renewedForContact(token).or(() -> renewedForPortal(token))
			.or(() -> this.users.renew(token))
			.orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "urn:insyn:problem:session-over",
					"The session can't go on"));
		return new Renewed(renewed.value());
	}

	/// Whether a session of the portal goes on at this moment: a token alone is good
	/// until
	/// it ends, also when the session is over.
	@PostMapping("/sessions/check")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void check(@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		String token = authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
		if (this.endedTokens.portalVisit(token).filter(this.portal::goesOn).isEmpty()) {
			throw new Problem(HttpStatus.UNAUTHORIZED, "urn:insyn:problem:session-over", "The session is over");
		}
	}

	private Optional<AccessToken> renewedForPortal(String token) {
		return this.endedTokens.portalVisit(token).flatMap(this.portal::renew);
	}

	private Optional<AccessToken> renewedForContact(String token) {
		return this.endedTokens.session(token).filter(this.links::maintains).map(this.tokens::forContact);
	}

	record Renewed(String token) {

		@Override
		public String toString() {
			return "Renewed[]";
		}

	}

}
