package dev.insyn.token.session;

import dev.insyn.token.signing.AccessToken;

import org.springframework.http.ResponseCookie;

/// The cookie that holds a user's access token.
public final class UserCookie {

	public static final String NAME = "__Host-insyn-user";

	private UserCookie() {
	}

	/// As a header's value.
	public static String with(AccessToken token) {
		return cookie(token.value()).build().toString();
	}

	public static String none() {
		return cookie("").maxAge(0).build().toString();
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(NAME, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

}
