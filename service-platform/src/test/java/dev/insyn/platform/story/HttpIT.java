package dev.insyn.platform.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import dev.insyn.platform.NotesApplication;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/// Over real connections. The body limits were seen red with the filter unregistered (20 MB is read) and, for chunks,
/// with `Counted` replaced by the plain request; for forms with Tomcat's limit at its default.
@SpringBootTest(classes = NotesApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = { "server.port=${insyn.test.port}", "insyn.services.contact=http://localhost:${insyn.test.port}" })
@Import({ InfrastructureForTests.class, TestTokens.class })
class HttpIT {

	static {
		System.setProperty("insyn.test.port", String.valueOf(freePort()));
	}

	private static final int TOO_MUCH = 20 * 1024 * 1024;

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@Autowired
	TestTokens tokens;

	@Test
	void aBodyThatSaysItIsTooLargeIsRefusedUnread() throws Exception {
		assertThat(rawPost("/open/json", "application/json", "Content-Length: " + TOO_MUCH + "\r\n\r\n{\"a\":"))
			.startsWith("HTTP/1.1 413");
	}

	@Test
	void aBodyInChunksIsCounted() throws Exception {
		assertThat(post("/open/json", "application/json", chunked("{\"a\":\"", 300 * 1024, "\"}")).statusCode())
			.isEqualTo(413);
		assertThat(post("/open/json", "application/json", chunked("{\"a\":\"", 200 * 1024, "\"}")).body())
			.isEqualTo("1");
	}

	/// Red without the look at the path, and with its limit for all paths.
	@Test
	void aPathMayTakeMoreThanTheOthersAndHasALimitToo() throws Exception {
		String number = "{\"a\":" + " ".repeat(300 * 1024) + "1}";
		assertThat(post("/open/number", "application/json", chunked(number)).body()).isEqualTo("1");
		assertThat(post("/open/json", "application/json", chunked(number)).statusCode()).isEqualTo(413);
		assertThat(post("/open/number", "application/json", chunked(number + " ".repeat(150 * 1024))).statusCode())
			.isEqualTo(413);
	}

	@Test
	void aFormInChunksIsCounted() throws Exception {
		assertThat(
				post("/open/form", "application/x-www-form-urlencoded", chunked("value=", 300 * 1024, "")).statusCode())
			.isEqualTo(413);
		assertThat(post("/open/form", "application/x-www-form-urlencoded", chunked("value=", 1000, "")).body())
			.isEqualTo("1000");
	}

	@Test
	void aCallersTokenIsPassedOn() throws Exception {
		HttpResponse<String> relayed = get("/relay?as=caller", this.tokens.contact("nordcykel", "c1"));
		assertThat(relayed.body()).contains("contact:c1", "nordcykel");
	}

	@Test
	void aServiceGetsATokenOfItsOwnForATenant() throws Exception {
		HttpResponse<String> relayed = get("/relay?as=fjordbok", this.tokens.contact("nordcykel", "c1"));
		assertThat(relayed.body()).contains("client:notes", "fjordbok");
	}

	@Test
	void aTraceContinuesFromServiceToService() throws Exception {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(address("/open/relayed-trace"))
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.build(), BodyHandlers.ofString());
		assertThat(answer.body()).isEqualTo(trace);
	}

	@Test
	void healthSaysWhetherTheDatabaseAnswersAndLivenessDoesNotAsk() throws Exception {
		assertThat(get("/actuator/health/readiness", "").body()).contains("\"mongo\":{\"status\":\"UP\"}");
		assertThat(get("/actuator/health/liveness", "").body()).contains("livenessState").doesNotContain("mongo");
		assertThat(get("/actuator/prometheus", "").body()).contains("insyn_outbox_broker_away", "jvm_memory");
	}

	@Test
	void whatIsNotExposedIsNotThere() throws Exception {
		assertThat(get("/actuator/env", "").statusCode()).isEqualTo(404);
		assertThat(get("/actuator/heapdump", "").statusCode()).isEqualTo(404);
	}

	@Test
	void whatTheContainerRefusesIsAPageForPeopleToo() throws Exception {
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(address("/nowhere"))
			.header("Accept", "text/html")
			.header("Accept-Language", "sv")
			.build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("<html lang=\"sv\">", "Öppna din länk igen");
	}

	private HttpResponse<String> get(String path, String token) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
		if (!token.isEmpty()) {
			request.header("Authorization", "Bearer " + token);
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, String type, InputStream body) throws Exception {
		return this.http.send(HttpRequest.newBuilder(address(path))
			.header("Content-Type", type)
			.POST(BodyPublishers.ofInputStream(() -> body))
			.build(), BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private String rawPost(String path, String type, String rest) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n";
			socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
			byte[] answer = new byte[64];
			int read = socket.getInputStream().read(answer);
			return new String(answer, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
		}
	}

	private static InputStream chunked(String start, int letters, String end) {
		return chunked(start + "a".repeat(letters) + end);
	}

	private static InputStream chunked(String body) {
		return new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
