package dev.insyn.token.link;

import java.net.URI;
import java.util.Optional;

import dev.insyn.platform.store.Stored;
import gg.jte.Content;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Leads a person from a link to its page, with a session.
@Component
class BeginningSessions {

	private static final String COOKIE = "__Host-insyn";

	private final OpeningLinks opening;

	BeginningSessions(OpeningLinks opening) {
		this.opening = opening;
	}

	/// Empty if the link has stopped working meanwhile.
	Optional<ResponseEntity<Content>> begin(Stored<Link> link) {
		try {
			OpeningLinks.Opened opened = this.opening.open(link);
			return Optional.of(ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create("/p/" + opened.page()))
				.header(HttpHeaders.SET_COOKIE, cookie(opened.token().value()))
				.build());
		}
		catch (LinkDoesNotWork meanwhile) {
			return Optional.empty();
		}
	}

	private static String cookie(String token) {
		return ResponseCookie.from(COOKIE, token)
			.path("/")
			.secure(true)
			.httpOnly(true)
			.sameSite("Lax")
			.build()
			.toString();
	}

}
