package dev.insyn.gateway;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What reaches a service, and what of its answer reaches the browser.
@GatewayTest.OnARealPort
class PassingOnTests extends GatewayTest {

	private static final Instant LATER = Instant.now().plusSeconds(590);

	@Test
	void turnsTheCookieIntoABearer() {
		String token = token(LATER, "link-1");
		assertThat(get("/p/P05", "Cookie", "theme=dark; __Host-insyn=" + token).statusCode()).isEqualTo(200);
		assertThat(service.last().headers()).containsEntry("Authorization", "Bearer " + token)
			.doesNotContainKey("Cookie");
	}

	@Test
	void letsAnOwnBearerWinOverTheCookie() {
		get("/p/P05", "Cookie", "__Host-insyn=" + token(LATER, "link-1"), "Authorization", "Bearer mine");
		assertThat(service.last().headers()).containsEntry("Authorization", "Bearer mine");
	}

	/// Red when `passed-headers` lets everything through.
	@Test
	void dropsEveryHeaderThatSaysWhoOneIs() {
		get("/p/P05", "X-Insyn-Tenant", "fjordbok", "X-User", "admin", "X-Tenant-Id", "fjordbok", "X-Contact", "anna",
				"X-Forwarded-For", "10.0.0.1", "X-Forwarded-Host", "evil.example", "Forwarded", "for=10.0.0.1",
				"X-Real-IP", "10.0.0.1", "X-Original-URL", "/actuator", "X-HTTP-Method-Override", "DELETE", "Via", "x",
				"Origin", "http://evil.example", "tracestate", "a=b", "baggage", "user=admin");
		assertThat(service.last().headers().keySet()).map(String::toLowerCase)
			.containsExactlyInAnyOrder("host", "accept", "user-agent", "x-request-id", "traceparent");
		assertThat(service.last().headers().get("User-Agent")).startsWith("ReactorNetty");
	}

	/// Red when the whole Cookie header is passed on, or on every route.
	@Test
	void passesTheCookiesOfThePortalsDoorToTheDoorAlone() {
		String cookies = "__Host-insyn=secret; __Host-insyn-portal-code-nordcykel=abc; __Host-insyn-user=secret";
		get("/portal/nordcykel/sign-in/code", "Cookie", cookies);
		assertThat(service.last().headers()).containsEntry("Cookie", "__Host-insyn-portal-code-nordcykel=abc")
			.doesNotContainKey("Authorization");
		get("/portal/nordcykel", "Cookie", cookies);
		assertThat(service.last().headers()).doesNotContainKey("Cookie");
	}

	/// By it token-service tells a person's press from a program's.
	@Test
	void passesToLinksAloneWhetherAPersonNavigated() {
		post("/l/nordcykel.x", "", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-User", "?1");
		assertThat(service.last().headers()).containsEntry("Sec-Fetch-User", "?1");
		get("/p/P05", "Sec-Fetch-User", "?1");
		assertThat(service.last().headers()).doesNotContainKey("Sec-Fetch-User");
	}

	@Test
	void passesOnWhatServicesNeed() {
		get("/p/P05", "Accept-Language", "sv", "HX-Request", "true", "If-None-Match", "\"1\"");
		assertThat(service.last().headers()).containsEntry("Accept-Language", "sv")
			.containsEntry("HX-Request", "true")
			.containsEntry("If-None-Match", "\"1\"");
	}

	@Test
	void beginsTheTraceAndTrustsNone() {
		String outside = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
		get("/p/P05", "traceparent", outside);
		assertThat(service.last().headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
			.doesNotContain("0af7651916cd43dd8448eb211c80319c");
	}

	@Test
	void givesEveryRequestAnId() {
		String id = get("/p/P05").headers().firstValue("X-Request-Id").orElseThrow();
		assertThat(id).matches("[0-9a-f]{32}");
		assertThat(service.last().headers()).containsEntry("X-Request-Id", id);
	}

	@Test
	void keepsTheCallersIdIfItIsWellFormed() {
		assertThat(get("/p/P05", "X-Request-Id", "crm-20261122-7").headers().firstValue("X-Request-Id"))
			.contains("crm-20261122-7");
		assertThat(get("/p/P05", "X-Request-Id", "<script>alert(1)</script>").headers().firstValue("X-Request-Id"))
			.get()
			.asString()
			.matches("[0-9a-f]{32}");
	}

	@Test
	void setsTheHeadersThatProtectAPage() {
		service.answerWith((exchange) -> {
			exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
			exchange.getResponseHeaders().add("Cache-Control", "public, max-age=60");
			exchange.getResponseHeaders().add("Server", "Stub/1.0");
			StubService.answer(exchange, 200, "ok");
		});
		HttpResponse<String> response = get("/p/P05");
		assertThat(response.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.startsWith("default-src 'none'")
			.contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'", "script-src 'self'")
			.doesNotContain("unsafe");
		assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
		assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
		assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
		assertThat(response.headers().firstValue("Server")).isEmpty();
		assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	/// Red when every path may be framed, and when none may.
	@Test
	void letsThePreviewStandInTheConsoleAndNothingElseInAFrame() {
		HttpResponse<String> preview = get("/admin/pages/P05/preview");
		assertThat(policy(preview)).contains("frame-ancestors 'self'").doesNotContain("frame-src");
		assertThat(preview.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
		HttpResponse<String> console = get("/admin/pages/P05");
		assertThat(policy(console)).contains("frame-src 'self'", "frame-ancestors 'none'");
		assertThat(console.headers().firstValue("X-Frame-Options")).contains("DENY");
		assertThat(policy(get("/p/preview"))).contains("frame-ancestors 'none'").doesNotContain("frame-src");
		assertThat(policy(get("/admin/contacts/preview"))).contains("frame-ancestors 'none'");
	}

	private static String policy(HttpResponse<String> response) {
		return response.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

	@Test
	void letsPublicFilesBeCached() {
		service.answerWith((exchange) -> {
			exchange.getResponseHeaders().add("Cache-Control", "public, max-age=31536000, immutable");
			StubService.answer(exchange, (exchange.getRequestURI().getPath().contains("gone")) ? 404 : 200, "a{}");
		});
		assertThat(get("/theme/nordcykel/1/theme.css").headers().firstValue("Cache-Control"))
			.contains("public, max-age=31536000, immutable");
		assertThat(get("/theme/nordcykel/1/gone.css").headers().firstValue("Cache-Control")).contains("no-store");
	}

	@Test
	void sendsNoCookieWhereNobodyHasToBeKnown() {
		get("/theme/nordcykel/1/theme.css", "Cookie", "__Host-insyn=" + token(LATER, "link-1"));
		assertThat(service.last().headers()).doesNotContainKey("Authorization");
	}

	@Test
	void keepsRedirectsAtItsOwnAddress() {
		service.answerWith((exchange) -> {
			exchange.getResponseHeaders().add("Location", service.url() + "/p/P05?updated");
			StubService.answer(exchange, 303, "");
		});
		assertThat(get("/p/P05").headers().firstValue("Location")).contains("/p/P05?updated");
	}

	@Test
	void passesOnABodyWhole() {
		String body = "first-name=Anna&".repeat(1000);
		assertThat(post("/p/P05", body, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
		assertThat(service.last().body()).asString().isEqualTo(body);
	}

	/// Red without `PlainPaths`: the route /p/** takes them.
	@ParameterizedTest
	@ValueSource(strings = { "/p/%2e%2e/actuator/health", "/p/..%2factuator", "/p/x;/../actuator", "/p//actuator",
			"/p/a%5c..%5cb", "/p/%252e%252e/actuator", "/p/%00" })
	void refusesAddressesThatServersReadDifferently(String path) {
		assertThat(get(path).statusCode()).isEqualTo(400);
		assertThat(service.seen()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator", "/sessions/renewal", "/contacts/anna", "/brand/P05",
			"/oauth2/authorize", "/oauth2/introspect", "/" })
	void leadsOnlyToWhatIsPublic(String path) {
		assertThat(get(path).statusCode()).isEqualTo(404);
		assertThat(service.seen()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "OPTIONS", "PROPFIND" })
	void refusesMethodsNobodyNeeds(String method) {
		assertThat(send(request("/p/P05").method(method, HttpRequest.BodyPublishers.noBody())).statusCode())
			.isEqualTo(405);
	}

}
