package dev.insyn.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/// A link's token stands in no log and no metric, whatever happens to the request. Red when `Edge` logs the path, and
/// when the loggers named in application.yml are let speak.
@GatewayTest.OnARealPort
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends GatewayTest {

	private static final String TOKEN = "SecretSecretSecretSecretSecretSecretSecret1";

	@Autowired
	Environment environment;

	@Test
	void logsTheRouteAndNotThePath(CapturedOutput output) {
		get("/l/" + TOKEN);
		Awaitility.await().untilAsserted(() -> assertThat(output).contains("GET link 200"));
		assertThat(output).doesNotContain(TOKEN);
	}

	@Test
	void logsNoTokenWhenThingsGoWrong(CapturedOutput output) throws IOException {
		get("/l/" + TOKEN + "/more");
		get("/l/" + TOKEN + "//");
		post("/l/" + TOKEN, "x", "Sec-Fetch-Site", "cross-site");
		send(request("/l/" + TOKEN).method("PATCH", java.net.http.HttpRequest.BodyPublishers.noBody()));
		service.answerWith((exchange) -> {
			exchange.sendResponseHeaders(200, 1000);
			exchange.getResponseBody().write(new byte[10]);
			exchange.close();
		});
		try {
			get("/l/" + TOKEN);
		}
		catch (java.io.UncheckedIOException cutOff) {
			// the answer ended half-way, and so must ours
		}
		service.answerWith((exchange) -> exchange.close());
		assertThat(get("/l/" + TOKEN).statusCode()).isEqualTo(503);
		malformed("GET /l/" + TOKEN + " HTTP/1.1\r\nHost: localhost\r\nBad Header\r\n\r\n");
		malformed("GET /l/" + TOKEN + "\u0001 HTTP/9\r\n\r\n");
		malformed("GET /l/" + TOKEN + " HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
		Awaitility.await().untilAsserted(() -> assertThat(output).contains("link 503"));
		assertThat(output).doesNotContain(TOKEN);
	}

	@Test
	void countsByRouteAndNotByPath() {
		get("/l/" + TOKEN);
		int management = this.environment.getRequiredProperty("local.management.port", Integer.class);
		HttpResponse<String> metrics = send(java.net.http.HttpRequest
			.newBuilder(java.net.URI.create("http://localhost:" + management + "/actuator/prometheus")));
		assertThat(metrics.body()).contains("routeId=\"link\"", "resilience4j_circuitbreaker_state")
			.doesNotContain(TOKEN);
	}

	@Test
	void managementListensOnLoopbackOnly() {
		assertThat(this.environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
	}

	private void malformed(String request) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write(request.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			socket.setSoTimeout(2000);
			socket.getInputStream().read();
		}
	}

}
