package dev.insyn.token.console;

import java.net.URI;
import java.util.Optional;

import dev.insyn.platform.errors.Problem;
import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.UserCookie;
import dev.insyn.token.signin.ConsoleAddress;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.user.ConsoleLanguages;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Switches the language of a user's console: kept with the user, and at once in a new token. It leads back to the
/// screen where one was.
@RestController
class LanguageController {

	static final String ADDRESS = "/admin/account/language";

	private static final String BEARER = "Bearer ";

	private final SigningInUsers users;

	private final String publicUrl;

	LanguageController(SigningInUsers users, @Value("${insyn.public-url}") String publicUrl) {
		this.users = users;
		this.publicUrl = publicUrl;
	}

	@PostMapping(ADDRESS)
	ResponseEntity<Void> speak(@RequestParam String language, @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
			@RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer) {
		if (!ConsoleLanguages.ALL.contains(language)) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:unknown-language",
					"The console speaks en and sv");
		}
		Optional<AccessToken> token = this.users.speak(bearer.substring(BEARER.length()), language);
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(back(referer)));
		token.ifPresent((renewed) -> answer.header(HttpHeaders.SET_COOKIE, UserCookie.with(renewed)));
		return answer.build();
	}

	private String back(@Nullable String referer) {
		if (referer == null || !referer.startsWith(this.publicUrl + "/admin")) {
			return AccountPages.ADDRESS;
		}
		return ConsoleAddress.of(referer.substring(this.publicUrl.length())).value();
	}

}
