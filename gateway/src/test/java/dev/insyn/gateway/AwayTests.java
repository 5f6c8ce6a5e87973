package dev.insyn.gateway;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Services that are away, late, or ill. contact-service refuses connections here, audit-service never answers.
@GatewayTest.OnARealPort
@DirtiesContext
@TestPropertySource(properties = { "insyn.services.contact=http://localhost:1", "insyn.services.audit=${stub.silent}",
		"spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s", "insyn.gateway.breaker.at-least=4",
		"insyn.gateway.breaker.calls=4", "insyn.gateway.breaker.pause=1m", "insyn.gateway.limits.address.burst=1000000",
		"insyn.gateway.limits.address.per-minute=1000000" })
class AwayTests extends GatewayTest {

	private static final String AWAY = "GET /api/contacts HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private static final String PAGE = "GET /p/P05 HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private static final String CHANGE = "POST /api/contacts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n"
			+ "Content-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"title\":\"Chef\"}";

	private static final String FROM_ELSEWHERE = "POST /p/P05 HTTP/1.1\r\nHost: localhost\r\nCookie: a=b\r\nSec-Fetch-Site: cross-site\r\n"
			+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\ntitle=Chef";

	private static final String CHUNKS_FROM_ELSEWHERE = "POST /p/P05 HTTP/1.1\r\nHost: localhost\r\n"
			+ "Cookie: a=b\r\nSec-Fetch-Site: cross-site\r\nContent-Type: application/x-www-form-urlencoded\r\n"
			+ "Transfer-Encoding: chunked\r\n\r\n5\r\ntitle\r\n5\r\n=Chef\r\n0\r\n\r\n";

	@Test
	void saysInAllLanguagesThatAServiceIsAway() {
		assertThat(away("sv")).contains("lang=\"sv\"", "Vi går inte att nå just nu");
		assertThat(away("en-GB,en;q=0.8")).contains("lang=\"en\"", "We can’t be reached right now");
		assertThat(away("da")).contains("Vi kan ikke nås lige nu");
		assertThat(away("nn")).contains("Vi kan ikke nås akkurat nå");
		assertThat(away("fi")).contains("Meihin ei juuri nyt saa yhteyttä");
		assertThat(away("de-AT")).contains("Wir sind gerade nicht erreichbar");
		assertThat(away("xx")).contains("lang=\"sv\"");
	}

	@Test
	void tellsProgramsByProblemDetails() {
		HttpResponse<String> response = get("/api/contacts", "Accept", "application/json");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
		assertThat(response.body()).contains("urn:insyn:problem:service-away", "\"status\":503");
	}

	@Test
	void itsPageNeedsNothingFromAnyService() {
		String page = away("sv");
		String style = page.replaceAll("(?s).*?href=\"(/page-kit/[^\"]+\\.css)\".*", "$1");
		HttpResponse<String> css = get(style);
		assertThat(css.statusCode()).isEqualTo(200);
		assertThat(css.headers().firstValue("Cache-Control")).get().asString().contains("immutable");
		assertThat(page).doesNotContain("<script", "style=\"");
	}

	/// Red without the timeout, when the request hangs; red without the breaker, when the
	/// last one is told 504 again.
	@Test
	void stopsAskingAServiceThatDoesNotAnswer() {
		List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 4)
			.mapToObj((i) -> http.sendAsync(request("/audit").build(), HttpResponse.BodyHandlers.ofString()))
			.toList();
		asked.forEach((answer) -> assertThat(answer.join().statusCode()).isEqualTo(504));
		HttpResponse<String> refusedAtOnce = get("/audit");
		assertThat(refusedAtOnce.statusCode()).isEqualTo(503);
		assertThat(get("/p/P05").statusCode()).isEqualTo(200);
	}

	/// A service that answers 503 degrades by itself; cutting it off would lose updates
	/// that it takes and keeps.
	@Test
	void goesOnAskingAServiceThatAnswersWithErrors() {
		service.answerWith((exchange) -> StubService.answer(exchange, 503, "its own words"));
		IntStream.range(0, 20).forEach((i) -> assertThat(get("/p/P05").body()).isEqualTo("its own words"));
	}

	@Test
	void saysThatTheOutcomeIsUnknownWhenAnUpdateTakesTooLong() {
		CountDownLatch over = new CountDownLatch(1);
		service.answerWith((exchange) -> Awaitility.await().until(() -> over.getCount() == 0));
		HttpResponse<String> late = post("/p/P05", "act=update", "Sec-Fetch-Site", "same-origin", "Accept", "text/html",
				"Accept-Language", "sv");
		assertThat(late.statusCode()).isEqualTo(504);
		over.countDown();
		assertThat(late.body()).contains("Vi vet inte om det du skickade hann sparas");
	}

	/// Answers that the gateway gives itself, without asking anybody and before a body is
	/// read, must leave the connection
	/// ready for the next request, also right behind an answer of a service. Seen red
	/// without [NextRequest]: the request
	/// after "four at once" was never read, and without sending several at once every
	/// fiftieth or so.
	@Test
	void answersEveryRequestOfAConnection() throws IOException {
		IntStream.range(0, 8).forEach((i) -> get("/api/contacts"));
		try (KeptConnection connection = new KeptConnection(this.port)) {
			for (int i = 0; i < 300; i++) {
				connection.send(AWAY);
				assertThat(connection.status(false)).as("GET %d with the circuit open", i).isEqualTo(503);
				connection.send(AWAY.replace("GET", "HEAD"));
				assertThat(connection.status(true)).as("HEAD %d with the circuit open", i).isEqualTo(503);
				connection.send(FROM_ELSEWHERE);
				assertThat(connection.status(false)).as("refused body %d", i).isEqualTo(403);
				connection.send(CHUNKS_FROM_ELSEWHERE);
				assertThat(connection.status(false)).as("refused chunks %d", i).isEqualTo(403);
				connection.send(CHANGE);
				assertThat(connection.status(false)).as("POST %d with the circuit open", i).isEqualTo(503);
				connection.send(AWAY + CHANGE + PAGE + AWAY);
				assertThat(List.of(connection.status(false), connection.status(false), connection.status(false),
						connection.status(false)))
					.as("four at once, %d", i)
					.containsExactly(503, 503, 200, 503);
			}
		}
	}

	private String away(String language) {
		HttpResponse<String> response = get("/api/contacts", "Accept", "text/html", "Accept-Language", language);
		assertThat(response.statusCode()).isEqualTo(503);
		return response.body();
	}

}
