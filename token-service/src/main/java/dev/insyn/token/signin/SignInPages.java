package dev.insyn.token.signin;

import java.net.URI;
import java.time.Duration;

import dev.insyn.token.session.Browser;
import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.UserCookie;
import dev.insyn.token.signing.AccessToken;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The door of the console.
@Controller
class SignInPages {

	private final SigningInByPassword signingIn;

	private final SignInScreen screen;

	SignInPages(SigningInByPassword signingIn, SignInScreen screen) {
		this.signingIn = signingIn;
		this.screen = screen;
	}

	@GetMapping("/sign-in")
	ResponseEntity<Content> show(@RequestParam(name = "to", required = false) @Nullable String to,
			@RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
			@RequestParam(required = false) @Nullable String refused,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		SignInForm form = SignInForm.empty(ConsoleAddress.of(to));
		SignInForm told = (signedOut != null) ? form.afterSigningOut(signedOut)
				: RefusalReason.of(refused).map(form::afterRefusal).orElse(form);
		return this.screen.show(HttpStatus.OK, told, languages);
	}

	@PostMapping("/sign-in")
	ResponseEntity<Content> signIn(@RequestParam(defaultValue = "") String email,
			@RequestParam(defaultValue = "") String password, @RequestParam(required = false) @Nullable String to,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
		SignInForm form = SignInForm.filled(ConsoleAddress.of(to), email, password);
		if (form.hasErrors()) {
			return this.screen.show(HttpStatus.UNPROCESSABLE_CONTENT, form, languages);
		}
		SigningInUsers.Visitor visitor = new SigningInUsers.Visitor(Browser.of(userAgent), languages);
		SigningInByPassword.Outcome outcome = this.signingIn.signIn(email, password, visitor);
		AccessToken token = outcome.token();
		return (token != null) ? welcome(form.to(), token) : refused(form, outcome.locked(), languages);
	}

	private ResponseEntity<Content> refused(SignInForm form, Duration locked, @Nullable String languages) {
		if (locked.isZero()) {
			return this.screen.show(HttpStatus.UNPROCESSABLE_CONTENT, form.refused(), languages);
		}
		ResponseEntity<Content> answer = this.screen.show(HttpStatus.TOO_MANY_REQUESTS, form.locked(locked), languages);
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header(HttpHeaders.RETRY_AFTER, Long.toString(locked.toSeconds() + 1))
			.body(answer.getBody());
	}

	private static ResponseEntity<Content> welcome(ConsoleAddress to, AccessToken token) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(to.value()))
			.header(HttpHeaders.SET_COOKIE, UserCookie.with(token))
			.build();
	}

}
