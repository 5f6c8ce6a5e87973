package dev.insyn.token;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// To a provider and back. Seen red: another nonce, another provider's answer, tokens of others, for others and of the past,
/// and whoever names two tenants came in when the cookie's nonce was left out, `OngoingSignIns` did not ask which provider
/// it is, Spring Security's validators were left out of the decoder, and `Claims` took the first tenant.
@WholeService
class SigningInByProviderIT {

	private static final Map<String, Object> SARA = Map.of("sub", "sara-1", "name", "Sara Nyman", "email",
			"sara@nordcykel.example", "realm_access",
			Map.of("roles", List.of("nordcykel", "console-administrators", "canteen")));

	@Autowired
	Visitor visitor;

	@Autowired
	TestProvider staff;

	@Autowired
	TestProvider fjordId;

	@Autowired
	Events events;

	@Test
	void offersEachProviderBesideThePassword() {
		assertThat(this.visitor.get("/sign-in?to=%2Fadmin%2Fpages", "Accept-Language", "sv").body()).contains(
				"Logga in med Nordcykel-kontot", "href=\"/sign-in/with/staff?to=%2Fadmin%2Fpages\"",
				"Logga in med Fjord ID", "href=\"/sign-in/with/fjord-id?to=%2Fadmin%2Fpages\"", "Eller med lösenord",
				"name=\"password\"");
	}

	@Test
	void asksTheProviderAndRemembersInTheBrowserWhat() {
		HttpResponse<String> asked = begin("staff", "%2Fadmin%2Fthemes");
		assertThat(asked.statusCode()).isEqualTo(303);
		URI address = address(asked);
		assertThat(address.toString()).startsWith(this.staff.issuer() + "/authorize?");
		assertThat(TestProvider.form(address.getRawQuery())).containsEntry("response_type", "code")
			.containsEntry("client_id", "insyn")
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("redirect_uri", "http://localhost:8080/sign-in/with/staff/returned")
			.containsKeys("state", "nonce", "code_challenge");
		String cookie = cookie(asked);
		assertThat(cookie).startsWith("__Host-insyn-signing-in=")
			.contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600")
			.doesNotContain(state(asked), "themes");
		assertThat(this.visitor.get("/sign-in/with/nobody").statusCode()).isEqualTo(404);
	}

	@Test
	void letsInWhomTheProviderVouchesFor() {
		try (Recording recording = this.events.record("insyn.users")) {
			HttpResponse<String> in = signIn(SARA);
			assertThat(in.headers().firstValue("Location")).contains("/admin/pages");
			JsonNode claims = this.visitor.claims(token(in));
			assertThat(claims.path("tenant").asString()).isEqualTo("nordcykel");
			assertThat(claims.path("level").asInt()).isEqualTo(99);
			assertThat(claims.path("name").asString()).isEqualTo("Sara Nyman");
			assertThat(claims.path("user").asString()).matches("[0-9a-v]{26}");
			Received told = recording.await("user.signed-in.v1");
			assertThat(told.body()).contains("\"by\":\"oidc\"", "\"level\":99", claims.path("sid").asString())
				.doesNotContain("sara");
			assertThat(this.visitor.renew(token(in)).statusCode()).isEqualTo(200);
			assertThat(this.visitor.get("/api/users", "Authorization", "Bearer " + token(in)).body())
				.contains("sara@nordcykel.example", "Karin Åberg");
		}
	}

	/// What came with the browser before is not carried on, and nothing but the two
	/// cookies is set.
	@Test
	void beginsASessionOfItsOwn() {
		String karin = this.visitor.karin();
		HttpResponse<String> asked = begin("staff", "%2Fadmin");
		HttpResponse<String> in = this.visitor.get(returned(asked, this.staff, this.staff.vouch(address(asked), SARA)),
				"Cookie", cookie(asked).split(";", 2)[0] + "; __Host-insyn-user=" + karin + "; JSESSIONID=chosen");
		JsonNode claims = this.visitor.claims(token(in));
		assertThat(claims.path("sid")).isNotEqualTo(this.visitor.claims(karin).path("sid"));
		assertThat(claims.path("user")).isNotEqualTo(this.visitor.claims(karin).path("user"));
		assertThat(in.headers().allValues("Set-Cookie")).hasSize(2)
			.anyMatch((cookie) -> cookie.startsWith("__Host-insyn-signing-in=;") && cookie.contains("Max-Age=0"));
		assertThat(this.visitor.claims(token(signIn(SARA))).path("sid")).isNotEqualTo(claims.path("sid"));
	}

	/// Fjord ID is trusted with one tenant, whatever it says of others; its level is a
	/// number that only its userinfo
	/// endpoint tells.
	@Test
	void keepsAProviderToItsTenant() {
		HttpResponse<String> asked = begin("fjord-id", "%2Fadmin");
		HttpResponse<String> in = back(asked, this.fjordId,
				this.fjordId.vouch(address(asked), Map.of("sub", "liv-1", "name", "Liv", "tenant", "nordcykel")));
		JsonNode claims = this.visitor.claims(token(in));
		assertThat(claims.path("tenant").asString()).isEqualTo("fjordbok");
		assertThat(claims.path("level").asInt()).isEqualTo(50);
		HttpResponse<String> again = begin("fjord-id", "%2Fadmin");
		assertRefused(back(again, this.fjordId, this.fjordId.vouch(address(again), Map.of("sub", "another"))),
				"invalid-answer");
	}

	/// The same person with fewer roles: what was open goes on with less.
	@Test
	void lowersTheLevelOfEverySessionWithTheNextSignIn() {
		String before = token(signIn(sara("sub", "per-1")));
		assertThat(this.visitor.claims(before).path("level").asInt()).isEqualTo(99);
		signIn(Map.of("sub", "per-1", "name", "Per", "realm_access",
				Map.of("roles", List.of("nordcykel", "console-readers"))));
		JsonNode renewed = this.visitor.claims(this.visitor.read(this.visitor.renew(before)).path("token").asString());
		assertThat(renewed.path("level").asInt()).isEqualTo(10);
	}

	/// Without anybody signing in again.
	@Test
	void lowersWhoIsLoweredAtTheProviderWhileTheSessionGoesOn() {
		String token = token(signIn(sara("sub", "ulf-1")));
		this.staff.changes("ulf-1", Map.of("sub", "ulf-1", "name", "Ulf", "realm_access",
				Map.of("roles", List.of("nordcykel", "console-readers"))));
		Awaitility.await().until(() -> levelOf(this.visitor.renew(token)), (level) -> level == 10);
		this.staff.changes("ulf-1", sara("sub", "ulf-1"));
		Awaitility.await().until(() -> levelOf(this.visitor.renew(token)), (level) -> level == 99);
	}

	/// Removed there, or left without a role: both end what is open here.
	@Test
	void endsTheSessionOfWhomTheProviderVouchesForNoMore() {
		String removed = token(signIn(sara("sub", "siv-1")));
		String withoutRole = token(signIn(sara("sub", "rut-1")));
		try (Recording recording = this.events.record("insyn.users")) {
			this.staff.changes("siv-1", null);
			this.staff.changes("rut-1", Map.of("sub", "rut-1", "realm_access", Map.of("roles", List.of("nordcykel"))));
			Awaitility.await().until(() -> this.visitor.renew(removed).statusCode(), (status) -> status == 401);
			Awaitility.await().until(() -> this.visitor.renew(withoutRole).statusCode(), (status) -> status == 401);
			recording.await(2, (event) -> event.type().equals("user.session-revoked.v1"));
		}
	}

	@Test
	void goesOnWhileTheProviderCannotBeAsked() {
		String token = token(signIn(sara("sub", "bo-1")));
		this.staff.away(true);
		try {
			for (int i = 0; i < 5; i++) {
				assertThat(this.visitor.renew(token).statusCode()).isEqualTo(200);
			}
		}
		finally {
			this.staff.away(false);
		}
		Awaitility.await().during(Duration.ofMillis(300)).until(() -> this.visitor.renew(token).statusCode() == 200);
	}

	@Test
	void refusesAnotherNonce() {
		assertRefused(bent((token) -> token.claim("nonce", "of-another-sign-in")), "invalid-answer");
		assertRefused(bent((token) -> token.claim("nonce", null)), "invalid-answer");
	}

	@Test
	void refusesTokensOfOthersForOthersAndOfThePast() {
		assertRefused(bent((token) -> token.issuer("https://evil.example")), "invalid-answer");
		assertRefused(bent((token) -> token.audience("another-client")), "invalid-answer");
		assertRefused(bent((token) -> token.audience(List.of("insyn", "another")).claim("azp", "another")),
				"invalid-answer");
		assertRefused(bent((token) -> token.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
				"invalid-answer");
	}

	@Test
	void refusesTokensThatTheProviderDidNotSign() {
		assertRefused(signedBy(this.staff::forged), "invalid-answer");
		assertRefused(signedBy(this.staff::unsigned), "invalid-answer");
		assertRefused(signedBy(this.staff::signedWithWhatEverybodyKnows), "invalid-answer");
		assertThat(token(signedBy(this.staff::signed))).isNotEmpty();
	}

	@Test
	void refusesAnotherStateAndAnotherBrowser() {
		HttpResponse<String> asked = begin("staff", "%2Fadmin");
		HttpResponse<String> other = begin("staff", "%2Fadmin");
		String code = this.staff.vouch(address(asked), SARA);
		String address = returned(asked, this.staff, code);
		assertRefused(this.visitor.get(address.replace(state(asked), "another-state"), "Cookie", browser(asked)),
				"invalid-answer");
		assertRefused(this.visitor.get(address, "Cookie", browser(other)), "invalid-answer");
		assertRefused(this.visitor.get(address), "invalid-answer");
		assertRefused(this.visitor.get(address, "Cookie", "__Host-insyn-signing-in=AAAA"), "invalid-answer");
	}

	/// A provider that sends a browser back in the name of another gets nothing from it
	/// (mix-up, RFC 9700, 4.4).
	@Test
	void refusesTheAnswerOfAnotherProvider() {
		HttpResponse<String> asked = begin("staff", "%2Fadmin");
		String code = this.staff.vouch(address(asked), SARA);
		String address = returned(asked, this.staff, code);
		assertRefused(this.visitor.get(address.replace("/staff/", "/fjord-id/"), "Cookie", browser(asked)),
				"invalid-answer");
		assertRefused(back(asked, this.fjordId, code), "invalid-answer");
		assertRefused(this.visitor.get(address.replaceAll("&iss=.*", ""), "Cookie", browser(asked)), "invalid-answer");
		assertThat(token(this.visitor.get(address, "Cookie", browser(asked)))).isNotEmpty();
	}

	/// A code that somebody read on its way is worth nothing, as the verifier lies in the
	/// cookie alone.
	@Test
	void refusesACodeWithTheVerifierOfAnotherSignIn() {
		HttpResponse<String> victims = begin("staff", "%2Fadmin");
		HttpResponse<String> thiefs = begin("staff", "%2Fadmin");
		assertRefused(back(thiefs, this.staff, this.staff.vouch(address(victims), SARA)), "invalid-answer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown-tenant:console-administrators", "unknown-tenant:nowhere,console-administrators",
			"unknown-tenant:nordcykel,fjordbok,console-administrators", "no-level:nordcykel",
			"no-level:nordcykel,administrators" })
	void refusesWhoBelongsToNoTenantOrHasNoLevel(String example) {
		String[] parts = example.split(":", 2);
		assertRefused(signIn(Map.of("sub", "erik-1", "realm_access", Map.of("roles", List.of(parts[1].split(","))))),
				parts[0] + "&to=%2Fadmin%2Fpages");
	}

	@Test
	void tellsTheTenantThatSomebodyOfItsOwnHasNoLevel() {
		try (Recording recording = this.events.record("insyn.users")) {
			signIn(Map.of("sub", "eva-1", "name", "Eva", "realm_access", Map.of("roles", List.of("nordcykel"))));
			Received told = recording.await("user.sign-in-refused.v1");
			assertThat(told.headers()).containsEntry("ce_tenant", "nordcykel");
			assertThat(told.body()).contains("\"reason\":\"no-level\"", "\"by\":\"oidc\"", "\"user\":\"")
				.doesNotContain("eva");
		}
	}

	@Test
	void tellsWhatTheProviderRefusedAndShowsItInWords() {
		HttpResponse<String> asked = begin("staff", "%2Fadmin%2Fthemes");
		try (Recording recording = this.events.record("insyn.users")) {
			HttpResponse<String> refused = this.visitor
				.get(returned(asked, this.staff, "").replace("code=", "error=access_denied"), "Cookie", browser(asked));
			assertRefused(refused, "provider-refused&to=%2Fadmin%2Fthemes");
			Received told = recording.await("user.sign-in-refused.v1");
			assertThat(told.headers()).containsEntry("ce_tenant", "insyn-installation");
			assertThat(told.body()).contains("\"reason\":\"provider-refused\"", "\"by\":\"oidc\"");
		}
		assertThat(this.visitor.get("/sign-in?refused=no-level", "Accept-Language", "sv").body())
			.contains("Ditt konto fungerar, men har ingen behörighetsnivå");
		assertThat(this.visitor.get("/sign-in?refused=%3Cb%3Ehello").body()).doesNotContain("hello");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Fadmin%2F..%2F..%2Fp" })
	void leadsNowhereElse(String to) {
		HttpResponse<String> asked = begin("staff", to);
		HttpResponse<String> in = back(asked, this.staff, this.staff.vouch(address(asked), SARA));
		assertThat(in.headers().firstValue("Location")).contains("/admin");
	}

	@Test
	void offersToSignOutAtTheProviderToo() {
		String token = token(signIn(SARA));
		HttpResponse<String> out = this.visitor.post("/sign-out", "", "Authorization", "Bearer " + token);
		assertThat(out.headers().firstValue("Location")).contains("/sign-in?signed-out=staff");
		assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
		assertThat(this.visitor.renew(token).statusCode()).isEqualTo(401);
		assertThat(this.visitor.get("/sign-in?signed-out=staff", "Accept-Language", "sv").body())
			.contains("Du är utloggad", "Logga ut från Nordcykel-kontot", this.staff.issuer()
					+ "/logout?client_id=insyn&amp;post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsign-in");
	}

	@Test
	void saysSoWhileTheProviderIsAwayAndLetsPasswordsIn() {
		HttpResponse<String> asked = begin("staff", "%2Fadmin");
		String code = this.staff.vouch(address(asked), SARA);
		this.staff.away(true);
		try {
			assertRefused(back(asked, this.staff, code), "provider-away");
			assertThat(this.visitor.renew(this.visitor.karin()).statusCode()).isEqualTo(200);
		}
		finally {
			this.staff.away(false);
		}
	}

	private int levelOf(HttpResponse<String> renewed) {
		return this.visitor.claims(this.visitor.read(renewed).path("token").asString()).path("level").asInt();
	}

	private HttpResponse<String> signIn(Map<String, Object> claims) {
		HttpResponse<String> asked = begin("staff", "%2Fadmin%2Fpages");
		return back(asked, this.staff, this.staff.vouch(address(asked), claims));
	}

	private HttpResponse<String> bent(UnaryOperator<JWTClaimsSet.Builder> bend) {
		HttpResponse<String> asked = begin("staff", "%2Fadmin");
		return back(asked, this.staff, this.staff.vouch(address(asked), SARA, bend, this.staff::signed));
	}

	private HttpResponse<String> signedBy(Function<JWTClaimsSet, String> sign) {
		HttpResponse<String> asked = begin("staff", "%2Fadmin");
		return back(asked, this.staff, this.staff.vouch(address(asked), SARA, UnaryOperator.identity(), sign));
	}

	private HttpResponse<String> begin(String provider, String to) {
		return this.visitor.get("/sign-in/with/" + provider + "?to=" + to);
	}

	private HttpResponse<String> back(HttpResponse<String> asked, TestProvider from, String code) {
		return this.visitor.get(returned(asked, from, code), "Cookie", browser(asked));
	}

	/// Where the provider sends the browser.
	private static String returned(HttpResponse<String> asked, TestProvider from, String code) {
		URI redirect = URI
			.create(Objects.requireNonNull(TestProvider.form(address(asked).getRawQuery()).get("redirect_uri")));
		return redirect.getPath() + "?code=" + code + "&state=" + state(asked) + "&iss=" + from.issuer();
	}

	private static void assertRefused(HttpResponse<String> answer, String reason) {
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).contains("/sign-in?refused=" + reason);
		assertThat(answer.headers().allValues("Set-Cookie"))
			.noneMatch((cookie) -> cookie.startsWith("__Host-insyn-user="));
	}

	private static Map<String, Object> sara(String claim, Object value) {
		Map<String, Object> claims = new HashMap<>(SARA);
		claims.put(claim, value);
		return claims;
	}

	private static URI address(HttpResponse<String> asked) {
		return URI.create(asked.headers().firstValue("Location").orElseThrow());
	}

	private static String state(HttpResponse<String> asked) {
		return Objects.requireNonNull(TestProvider.form(address(asked).getRawQuery()).get("state"));
	}

	private static String cookie(HttpResponse<String> asked) {
		return asked.headers().firstValue("Set-Cookie").orElseThrow();
	}

	private static String browser(HttpResponse<String> asked) {
		return cookie(asked).split(";", 2)[0];
	}

	private static String token(HttpResponse<String> in) {
		return in.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("__Host-insyn-user="))
			.findFirst()
			.orElseThrow()
			.replaceAll("__Host-insyn-user=([^;]*);.*", "$1");
	}

}
