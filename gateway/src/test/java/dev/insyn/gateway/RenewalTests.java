package dev.insyn.gateway;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The cookie's token is renewed in time, once, and no longer than it should.
@GatewayTest.OnARealPort
class RenewalTests extends GatewayTest {

	private static final String RENEWED = token(Instant.now().plusSeconds(600), "renewed");

	@Test
	void leavesAFreshTokenAlone() {
		tokenServiceAnswers(200);
		HttpResponse<String> response = page(token(Instant.now().plusSeconds(400), unique()));
		assertThat(renewals()).isZero();
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void renewsATokenThatEndsSoon() {
		tokenServiceAnswers(200);
		String old = token(Instant.now().plusSeconds(200), unique());
		HttpResponse<String> response = page(old);
		assertThat(response.headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).startsWith("__Host-insyn=" + RENEWED)
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax")
				.doesNotContain("Max-Age", "Domain"));
		assertThat(bearerAtThePage()).isEqualTo("Bearer " + RENEWED);
		assertThat(service.seen()
			.stream()
			.filter((seen) -> seen.uri().equals("/sessions/renewal"))
			.map((seen) -> seen.headers().get("Authorization"))).containsExactly("Bearer " + old);
	}

	@Test
	void renewsATokenThatEndedAShortWhileAgo() {
		tokenServiceAnswers(200);
		page(token(Instant.now().minusSeconds(1500), unique()));
		assertThat(bearerAtThePage()).isEqualTo("Bearer " + RENEWED);
	}

	@Test
	void doesNotEvenAskWithOneThatEndedLongAgo() {
		tokenServiceAnswers(200);
		page(token(Instant.now().minusSeconds(1900), unique()));
		assertThat(renewals()).isZero();
		assertThat(bearerAtThePage()).isNull();
	}

	/// The token would be valid for three minutes more, but its link was revoked.
	@Test
	void endsTheSessionWhenRenewalIsRefused() {
		tokenServiceAnswers(401);
		HttpResponse<String> response = page(token(Instant.now().plusSeconds(200), unique()));
		assertThat(bearerAtThePage()).isNull();
		assertThat(response.headers().firstValue("Set-Cookie"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).startsWith("__Host-insyn=;").contains("Max-Age=0"));
	}

	@Test
	void usesTheOldTokenWhileTokenServiceIsAway() {
		tokenServiceAnswers(503);
		String old = token(Instant.now().plusSeconds(200), unique());
		assertThat(page(old).statusCode()).isEqualTo(200);
		assertThat(bearerAtThePage()).isEqualTo("Bearer " + old);
	}

	@Test
	void saysSoWhenTokenServiceIsAwayAndTheTokenHasEnded() {
		tokenServiceAnswers(503);
		HttpResponse<String> response = page(token(Instant.now().minusSeconds(10), unique()));
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	/// Red without the single flight: token-service would be asked 20 times.
	@Test
	void asksOnceForManyRequestsWithTheSameToken() {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		service.answerWith((exchange) -> {
			if (exchange.getRequestURI().getPath().equals("/sessions/renewal")) {
				arrived.countDown();
				await(go);
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				StubService.answer(exchange, 200, "{\"token\":\"" + RENEWED + "\"}");
				return;
			}
			StubService.answer(exchange, 200, "ok");
		});
		String old = token(Instant.now().plusSeconds(200), unique());
		List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, 20)
			.mapToObj((i) -> http.sendAsync(request("/p/P05").header("Cookie", "__Host-insyn=" + old).build(),
					HttpResponse.BodyHandlers.ofString()))
			.toList();
		await(arrived);
		go.countDown();
		pages.forEach((page) -> assertThat(page.join().headers().firstValue("Set-Cookie")).isPresent());
		assertThat(renewals()).isOne();
	}

	@Test
	void readsNothingIntoACookieThatIsNoToken() {
		for (String junk : List.of("x", "..", "a.b.c", "a." + "%".repeat(5) + ".c", "a.e30.c", "a.".repeat(3000),
				"a.eyJleHAiOjFlMzB9.c")) {
			assertThat(page(junk).statusCode()).isEqualTo(200);
			assertThat(bearerAtThePage()).isNull();
		}
	}

	private void tokenServiceAnswers(int status) {
		service.answerWith((exchange) -> {
			boolean renewal = exchange.getRequestURI().getPath().equals("/sessions/renewal");
			if (renewal) {
				exchange.getResponseHeaders().add("Content-Type", "application/json");
			}
			StubService.answer(exchange, renewal ? status : 200, "{\"token\":\"" + RENEWED + "\"}");
		});
	}

	private HttpResponse<String> page(String token) {
		return get("/p/P05", "Cookie", "__Host-insyn=" + token);
	}

	private static long renewals() {
		return service.seen().stream().filter((seen) -> seen.uri().equals("/sessions/renewal")).count();
	}

	private static @org.jspecify.annotations.Nullable String bearerAtThePage() {
		return service.seen()
			.stream()
			.filter((seen) -> seen.uri().equals("/p/P05"))
			.toList()
			.getLast()
			.headers()
			.get("Authorization");
	}

	private static String unique() {
		return UUID.randomUUID().toString();
	}

	private static void await(CountDownLatch latch) {
		Awaitility.await().until(() -> latch.getCount() == 0);
	}

}
