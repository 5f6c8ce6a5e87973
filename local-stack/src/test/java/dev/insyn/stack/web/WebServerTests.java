package dev.insyn.stack.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import dev.insyn.stack.mail.CaughtMessage;
import dev.insyn.stack.mail.InboxFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebServerTests {

	private static final CaughtMessage MAIL = new CaughtMessage("m1", "Nordcykel AB <insyn@nordcykel.example>",
			"inkop@nordcykel.example", "Hej", "Hej", "<script>alert(1)</script><p>Hej</p>", Map.of(), Instant.EPOCH);

	private final WebServer server = WebServer.start(0);

	private final HttpClient http = HttpClient.newHttpClient();

	WebServerTests() {
		new InboxPages(InboxFixture.with(MAIL)).on(this.server);
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void answersProgramsInJson() throws Exception {
		HttpResponse<String> answer = get("/api/messages");
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(answer.body()).contains("\"id\":\"m1\"", "\"subject\":\"Hej\"", "\"at\":\"1970-01-01T00:00:00Z\"");
	}

	/// Goes red without the check in [WebServer#isOwnName]: a page of another site could
	/// read the mails by having its
	/// name point to this machine.
	@Test
	void turnsAwayRequestsUnderAForeignName() throws Exception {
		assertThat(statusFor("attacker.example:" + this.server.port())).isEqualTo("421");
		assertThat(statusFor("localhost.attacker.example")).isEqualTo("421");
		assertThat(statusFor("localhost:" + this.server.port())).isEqualTo("200");
	}

	@Test
	void onlyReads() throws Exception {
		HttpRequest post = HttpRequest.newBuilder(uri("/api/messages")).POST(BodyPublishers.noBody()).build();
		assertThat(this.http.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
	}

	/// Goes red without the frame's own policy: the mail's script would run as part of
	/// the inbox.
	@Test
	void showsMailsWhereTheirScriptsDoNotRun() throws Exception {
		HttpResponse<String> answer = get("/messages/m1");
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("sandbox allow-popups")
			.contains("default-src 'none'")
			.doesNotContain("script");
	}

	@Test
	void keepsPagesToTheirOwnScriptsAndOutOfCachesAndReferrers() throws Exception {
		HttpResponse<String> answer = get("/");
		assertThat(answer.body()).contains("<title>Inbox");
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'self'")
			.doesNotContain("unsafe-inline");
		assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
	}

	@Test
	void saysSoWhenThereIsNothing() throws Exception {
		assertThat(get("/api/messages/unknown").statusCode()).isEqualTo(404);
		assertThat(get("/../secrets").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.server.port() + path);
	}

	private String statusFor(String host) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.server.port())) {
			socket.getOutputStream()
				.write(("GET /api/messages HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return answer.split(" ")[1];
		}
	}

}
