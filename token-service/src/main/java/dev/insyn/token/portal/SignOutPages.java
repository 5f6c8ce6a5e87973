package dev.insyn.token.portal;

import java.net.URI;

import dev.insyn.token.signing.EndedTokens;
import dev.insyn.token.signing.PortalVisit;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Ends the session of the browser that asks, also when its token has ended already.
@RestController
class SignOutPages {

	private static final String BEARER = "Bearer ";

	private final Visits visits;

	private final EndedTokens endedTokens;

	private final PortalSessions sessions;

	SignOutPages(Visits visits, EndedTokens endedTokens, PortalSessions sessions) {
		this.visits = visits;
		this.endedTokens = endedTokens;
		this.sessions = sessions;
	}

	@PostMapping("/portal/{tenant}/sign-out")
	ResponseEntity<Void> signOut(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		Visit visit = this.visits.of(tenant, lang, null);
		if (authorization.startsWith(BEARER)) {
			this.endedTokens.portalVisit(authorization.substring(BEARER.length())).ifPresent(this::end);
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(visit.to(AddressPages.HERE, "signed-out")))
			.header(HttpHeaders.SET_COOKIE, PortalCookies.noSession())
			.build();
	}

	private void end(PortalVisit visit) {
		this.sessions.end(visit.tenant(), visit.contact(), visit.session());
	}

}
