package dev.insyn.gateway;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The gateway on a real port, with one stub behind all its routes.
abstract class GatewayTest {

	static final StubService service = StubService.start();

	/// Takes connections and never answers.
	static final ServerSocket silent = silent();

	static final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		registry.add("stub.url", service::url);
		registry.add("stub.silent", () -> "http://localhost:" + silent.getLocalPort());
	}

	@org.junit.jupiter.api.BeforeEach
	void forget() {
		service.reset();
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	HttpResponse<String> get(String path, String... headers) {
		return send(withHeaders(request(path), headers));
	}

	HttpResponse<String> post(String path, String body, String... headers) {
		return send(withHeaders(request(path).POST(HttpRequest.BodyPublishers.ofString(body)), headers));
	}

	static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/// A token that looks like ours; its signature is no matter of the gateway.
	static String token(Instant expires, String link) {
		String claims = """
				{"sub":"anna","exp":%d,"link":"%s"}""".formatted(expires.getEpochSecond(), link);
		return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
	}

	static String userToken(Instant expires) {
		String claims = """
				{"user":"karin","exp":%d,"jti":"%s"}""".formatted(expires.getEpochSecond(), UUID.randomUUID());
		return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static ServerSocket silent() {
		try {
			return new ServerSocket(0);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/// Starts it with a free management port.
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
			properties = { "management.server.port=0", "insyn.public-url=http://localhost:8080",
					"insyn.services.token=${stub.url}", "insyn.services.landing-page=${stub.url}",
					"insyn.services.contact=${stub.url}", "insyn.services.notification=${stub.url}",
					"insyn.services.audit=${stub.url}" })
	@interface OnARealPort {

	}

}
