package dev.insyn.gateway;

import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The user's cookie and the contact's, the console's routes and what may frame it.
@GatewayTest.OnARealPort
class ConsoleTests extends GatewayTest {

	private static final Instant SOON = Instant.now().plusSeconds(110);

	@ParameterizedTest
	@ValueSource(strings = { "/admin/pages/P05", "/admin/themes", "/admin/contacts", "/admin/field-catalogue",
			"/admin/activities", "/admin/audit", "/admin/users", "/admin/account", "/api/pages", "/api/themes",
			"/api/contacts/1", "/api/field-catalogue", "/api/field-catalogue/phone", "/api/record-types/orders",
			"/api/links", "/api/users", "/api/activities", "/audit" })
	void turnsTheUsersCookieIntoABearer(String path) {
		String token = userToken(SOON);
		assertThat(get(path, "Cookie", user(token) + "; " + contact()).statusCode()).isEqualTo(200);
		assertThat(service.last().uri()).isEqualTo(path);
		assertThat(service.last().headers()).containsEntry("Authorization", "Bearer " + token)
			.doesNotContainKey("Cookie");
	}

	/// Red when any cookie counts on any route.
	@Test
	void opensNoContactsPageWithTheUsersCookie() {
		get("/p/P05", "Cookie", user(userToken(SOON)));
		assertThat(service.last().headers()).doesNotContainKey("Authorization");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/pages", "/api/contacts/1", "/audit" })
	void opensNoConsoleWithTheContactsCookie(String path) {
		get(path, "Cookie", contact());
		assertThat(service.last().headers()).doesNotContainKey("Authorization");
	}

	@Test
	void leadsFromTheStartToThePages() {
		for (String path : new String[] { "/admin", "/admin/" }) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).isEqualTo(303);
			assertThat(answer.headers().firstValue("Location")).contains("/admin/pages");
		}
		assertThat(service.seen()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/secret", "/administrator", "/api/users/1", "/sign-out" })
	void leadsNowhereElse(String path) {
		assertThat(get(path).statusCode()).isIn(404, 405);
		assertThat(service.seen()).isEmpty();
	}

	@Test
	void tellsTheSignInWhichBrowserItIsAndNobodyElse() {
		get("/sign-in", "User-Agent", "Firefox/140", "Cookie", user(userToken(SOON)));
		assertThat(service.last().headers()).containsEntry("User-Agent", "Firefox/140")
			.doesNotContainKey("Authorization");
		get("/admin/pages", "User-Agent", "Firefox/140");
		assertThat(service.last().headers().get("User-Agent")).startsWith("ReactorNetty");
	}

	/// Red when all cookies pass, or none.
	@Test
	void passesOnWhatIsRememberedOfASignInWhereTheProviderSendsOneBackAndNowhereElse() {
		String cookies = "__Host-insyn-signing-in=sealed; " + user(userToken(SOON)) + "; theme=dark";
		get("/sign-in/with/staff/returned?code=c&state=s", "Cookie", cookies);
		assertThat(service.last().uri()).isEqualTo("/sign-in/with/staff/returned?code=c&state=s");
		assertThat(service.last().headers()).containsEntry("Cookie", "__Host-insyn-signing-in=sealed")
			.doesNotContainKey("Authorization");
		for (String path : new String[] { "/sign-in", "/admin/account", "/p/P05" }) {
			get(path, "Cookie", cookies);
			assertThat(service.last().headers()).doesNotContainKey("Cookie");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/sign-out", "/portal/nordcykel/sign-in", "/portal/nordcykel/sign-in/code",
			"/portal/nordcykel/sign-in/choose", "/portal/nordcykel/sign-in/device",
			"/portal/nordcykel/sign-in/device/forgotten", "/portal/nordcykel/sign-in/passkey",
			"/portal/nordcykel/access/passkey", "/portal/nordcykel/access/session/x", "/portal/nordcykel/sign-out" })
	void refusesThatAnotherSiteSignsOneInOrOut(String path) {
		assertThat(post(path, "email=evil", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
		assertThat(post(path, "email=evil").statusCode()).isEqualTo(403);
		assertThat(service.seen()).isEmpty();
		assertThat(post(path, "email=karin", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
	}

	@Test
	void renewsAUsersTokenInItsLastHalfMinute() {
		String renewed = userToken(Instant.now().plusSeconds(120));
		tokenServiceAnswers(200, renewed, null);
		get("/admin/pages", "Cookie", user(userToken(Instant.now().plusSeconds(60))));
		assertThat(renewals()).isZero();
		HttpResponse<String> answer = get("/admin/pages", "Cookie", user(userToken(Instant.now().plusSeconds(20))));
		assertThat(renewals()).isOne();
		assertThat(answer.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("__Host-insyn-user=" + renewed)
			.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax");
		assertThat(service.last().headers()).containsEntry("Authorization", "Bearer " + renewed);
	}

	@Test
	void renewsATokenThatEndedWhileTheUserWasAtLunch() {
		tokenServiceAnswers(200, userToken(Instant.now().plusSeconds(120)), null);
		get("/admin/pages", "Cookie", user(userToken(Instant.now().minusSeconds(7000))));
		assertThat(renewals()).isOne();
		get("/admin/pages", "Cookie", user(userToken(Instant.now().minusSeconds(7300))));
		assertThat(renewals()).isOne();
	}

	@Test
	void clearsTheCookieOfARevokedSession() {
		tokenServiceAnswers(401, "", null);
		HttpResponse<String> answer = get("/admin/pages", "Cookie", user(userToken(Instant.now().minusSeconds(1))));
		assertThat(service.last().headers()).doesNotContainKey("Authorization");
		assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-insyn-user=;")
			.contains("Max-Age=0");
	}

	/// Red without `letTheServicesCookieWin`: the renewed token came after the cleared
	/// one.
	@Test
	void signsOutForGoodWithATokenThatEnds() {
		tokenServiceAnswers(200, userToken(Instant.now().plusSeconds(120)), "__Host-insyn-user=; Path=/; Max-Age=0");
		HttpResponse<String> answer = post("/sign-out", "", "Sec-Fetch-Site", "same-origin", "Cookie",
				user(userToken(Instant.now().plusSeconds(5))));
		assertThat(renewals()).isOne();
		assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("__Host-insyn-user=; Path=/; Max-Age=0");
	}

	@Test
	void passesOnWhatPartialUpdatesAndVersionsNeed() {
		service.answerWith((exchange) -> {
			exchange.getResponseHeaders().add("ETag", "\"7\"");
			exchange.getResponseHeaders().add("HX-Redirect", "/sign-in");
			exchange.getResponseHeaders().add("HX-Trigger", "saved");
			exchange.getResponseHeaders().add("HX-Location", "/admin/pages");
			StubService.answer(exchange, 200, "ok");
		});
		HttpResponse<String> answer = get("/admin/pages", "If-Match", "\"6\"", "HX-Request", "true", "HX-Target",
				"list", "HX-Trigger", "save", "HX-Trigger-Name", "save", "HX-Boosted", "true");
		assertThat(service.last().headers()).containsEntry("If-Match", "\"6\"")
			.containsEntry("HX-Request", "true")
			.containsEntry("HX-Target", "list")
			.containsEntry("HX-Boosted", "true");
		assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
		assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
		assertThat(answer.headers().firstValue("HX-Trigger")).contains("saved");
		assertThat(answer.headers().firstValue("HX-Location")).contains("/admin/pages");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/admin/pages/P05/preview", "/admin/pages/P05/preview/sv", "/admin/themes/main/preview/x" })
	void letsTheConsoleFrameAPreview(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("frame-ancestors 'self'");
		assertThat(answer.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/pages/P05", "/admin/pages", "/admin/users/preview/x", "/p/P05", "/sign-in",
			"/admin/pages/a/b/preview/x" })
	void letsNobodyFrameAnythingElse(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("frame-ancestors 'none'");
		assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
	}

	@Test
	void takesAnImageWhereImagesBelong() {
		String image = "x".repeat(1100 * 1024);
		assertThat(post("/admin/themes/main/logo", image, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
		assertThat(service.last().body()).hasSize(image.length());
		assertThat(post("/admin/contacts", image, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(413);
		assertThat(post("/api/pages", image + image, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(413);
	}

	private static String user(String token) {
		return "__Host-insyn-user=" + token;
	}

	private static String contact() {
		return "__Host-insyn=" + token(Instant.now().plusSeconds(590), "link-1");
	}

	private void tokenServiceAnswers(int status, String renewed, @org.jspecify.annotations.Nullable String cookie) {
		service.answerWith((exchange) -> {
			boolean renewal = exchange.getRequestURI().getPath().equals("/sessions/renewal");
			if (renewal) {
				exchange.getResponseHeaders().add("Content-Type", "application/json");
			}
			else if (cookie != null) {
				exchange.getResponseHeaders().add("Set-Cookie", cookie);
			}
			StubService.answer(exchange, renewal ? status : 200, "{\"token\":\"" + renewed + "\"}");
		});
	}

	private static long renewals() {
		return service.seen().stream().filter((seen) -> seen.uri().equals("/sessions/renewal")).count();
	}

}
