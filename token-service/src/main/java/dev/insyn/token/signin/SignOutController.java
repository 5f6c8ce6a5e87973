package dev.insyn.token.signin;

import java.net.URI;

import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.UserCookie;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Ends the session of the browser that asks, also when its token has ended already. At the provider that vouched for the
/// user, if one did, the user is still signed in: the sign-in page offers to end that too.
@RestController
class SignOutController {

	private static final String BEARER = "Bearer ";

	private final SigningInUsers users;

	SignOutController(SigningInUsers users) {
		this.users = users;
	}

	@PostMapping("/sign-out")
	ResponseEntity<Void> signOut(
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		String provider = authorization.startsWith(BEARER)
				? this.users.signOut(authorization.substring(BEARER.length())).orElse("") : "";
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(provider.isEmpty() ? "/sign-in?signed-out" : "/sign-in?signed-out=" + provider))
			.header(HttpHeaders.SET_COOKIE, UserCookie.none())
			.build();
	}

}
