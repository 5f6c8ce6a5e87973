package dev.insyn.token.portal;

import java.time.Duration;
import java.util.Arrays;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.signing.AccessToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

/// The cookies of the portal's door, each of one tenant: which challenges the browser answers, and that it is a
/// remembered device. The session itself is in the cookie that every contact has.
final class PortalCookies {

	private static final String SESSION = "__Host-insyn";

	private static final String OWN = "__Host-insyn-portal-";

	private PortalCookies() {
	}

	static String session(AccessToken token) {
		return cookie(SESSION, token.value()).build().toString();
	}

	static String noSession() {
		return cookie(SESSION, "").maxAge(0).build().toString();
	}

	/// @param kept how long; a challenge ends with it
	static String challenge(TenantId tenant, String challenge, Duration kept) {
		return cookie(OWN + "code-" + tenant, challenge).maxAge(kept).build().toString();
	}

	static String noChallenge(TenantId tenant) {
		return cookie(OWN + "code-" + tenant, "").maxAge(0).build().toString();
	}

	/// @return empty if there is none
	static String challenge(HttpServletRequest request, TenantId tenant) {
		return value(request, OWN + "code-" + tenant);
	}

	static String device(TenantId tenant, String device, Duration kept) {
		return cookie(OWN + "device-" + tenant, device).maxAge(kept).build().toString();
	}

	static String noDevice(TenantId tenant) {
		return cookie(OWN + "device-" + tenant, "").maxAge(0).build().toString();
	}

	/// @return empty if there is none
	static String device(HttpServletRequest request, TenantId tenant) {
		return value(request, OWN + "device-" + tenant);
	}

	static String passkey(TenantId tenant, String challenge) {
		return cookie(OWN + "key-" + tenant, challenge).maxAge(PasskeyChallenges.LIFETIME).build().toString();
	}

	static String noPasskey(TenantId tenant) {
		return cookie(OWN + "key-" + tenant, "").maxAge(0).build().toString();
	}

	/// @return empty if there is none
	static String passkey(HttpServletRequest request, TenantId tenant) {
		return value(request, OWN + "key-" + tenant);
	}

	private static String value(HttpServletRequest request, String name) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? ""
				: Arrays.stream(cookies)
					.filter((cookie) -> cookie.getName().equals(name))
					.map(Cookie::getValue)
					.findFirst()
					.orElse("");
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
		return ResponseCookie.from(name, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
	}

}
