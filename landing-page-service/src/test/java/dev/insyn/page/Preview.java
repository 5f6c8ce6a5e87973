package dev.insyn.page;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;

/// Starts the service alone with a contact-service and a token of the test's, to look at its pages: each tenant's is at
/// `http://localhost:8091/<tenant>/p/P05`, which puts Anna's token on every request; Nordcykel's console is at `/admin/`.
/// Another port: `-Dpreview.port=8092`.
public final class Preview {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static String service = "";

	private static final StubContactService CONTACTS = new StubContactService();

	private Preview() {
	}

	private static Map<String, String> order(String number, String date, String description, String amount,
			String status) {
		return Map.of("number", number, "date", date, "description", description, "amount", amount, "status", status);
	}

	public static void main(String[] arguments) throws IOException {
		Anna.isIn(CONTACTS);
		CONTACTS.reports(12,
				List.of(order("48211", "2026-11-18", "Kompass 28, mörkblå, med pakethållare och stöd", "12995", "sent"),
						order("47650", "2026-09-02", "Service och kedjebyte", "899", "delivered"),
						order("46103", "2026-06-11", "Cykelhjälm Vide", "1149", "cancelled"),
						order("45002", "2026-03-30", "Vinterdäck med dubb, 2 st.", "1299", "delivered"),
						order("44018", "2025-12-12", "Barncykel Lunnefågel 20", "4495", "delivered")));
		ApplicationContext context = new TestContextManager(Setup.class).getTestContext().getApplicationContext();
		service = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
		TestTokens tokens = context.getBean(TestTokens.class);
		HttpServer door = HttpServer
			.create(new InetSocketAddress("localhost", Integer.getInteger("preview.port", 8091)), 0);
		door.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
		door.createContext("/", (exchange) -> pass(exchange, "", tokens.contact("nordcykel", Anna.ID)));
		door.createContext("/admin/", (exchange) -> pass(exchange, "", tokens.user("nordcykel", "admin", 99)));
		for (String tenant : List.of("nordcykel", "fjordbok", "neutral")) {
			door.createContext("/" + tenant + "/",
					(exchange) -> pass(exchange, "/" + tenant, tokens.contact(tenant, Anna.ID)));
		}
		door.createContext("/mood/", (exchange) -> {
			CONTACTS.is(StubContactService.Mood.valueOf(exchange.getRequestURI().getPath().substring(6)));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		door.start();
	}

	private static void pass(HttpExchange exchange, String prefix, String token) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().toString().substring(prefix.length());
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
				.method(exchange.getRequestMethod(),
						HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
				.header("Authorization", "Bearer " + token);
			for (String name : List.of("Accept", "Accept-Language", "Content-Type")) {
				String value = exchange.getRequestHeaders().getFirst(name);
				if (value != null) {
					request.header(name, value);
				}
			}
			HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			Map<String, List<String>> headers = answer.headers().map();
			List.of("content-type", "location", "cache-control").forEach((name) -> {
				String value = headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
				if (value != null) {
					exchange.getResponseHeaders().add(name, value.startsWith("/p/") ? prefix + value : value);
				}
			});
			exchange.sendResponseHeaders(answer.statusCode(), (answer.body().length > 0) ? answer.body().length : -1);
			exchange.getResponseBody().write(answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// The service as it is previewed.
	@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
	@Import({ InfrastructureForTests.class, TestTokens.class })
	@ActiveProfiles("tenants")
	static class Setup {

		@DynamicPropertySource
		static void services(DynamicPropertyRegistry registry) {
			registry.add("insyn.services.contact", CONTACTS::address);
		}

	}

}
