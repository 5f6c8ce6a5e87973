package dev.insyn.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Stands in for contact-service: knows addresses and names, one tenant at a time.
@TestConfiguration(proxyBeanMethods = false)
public class ContactServiceForTests {

	private static final Map<String, List<String>> contacts = new ConcurrentHashMap<>();

	private static final Map<String, String> names = new ConcurrentHashMap<>();

	private static final JsonMapper json = JsonMapper.shared();

	private static volatile boolean away;

	@Bean
	static BeanFactoryPostProcessor contactServiceForTokenService(ConfigurableEnvironment environment) {
		return (_) -> environment.getPropertySources()
			.addFirst(new MapPropertySource("contact-service-for-tests",
					Map.of("insyn.services.contact", "http://localhost:" + start().getAddress().getPort())));
	}

	public static void knows(String tenant, String address, String... ids) {
		contacts.put(tenant + "|" + address, List.of(ids));
	}

	public static void calls(String contact, String name) {
		names.put(contact, name);
	}

	public static void isAway(boolean now) {
		away = now;
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/api/contacts/by-address", ContactServiceForTests::byAddress);
			server.createContext("/contacts/", ContactServiceForTests::view);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void byAddress(HttpExchange exchange) throws IOException {
		JsonNode claims = claims(exchange);
		String asked = json.readTree(exchange.getRequestBody()).path("email").asString();
		boolean may = Arrays.asList(claims.path("scope").asString().split(" ")).contains("contacts.by-address");
		List<String> found = contacts.getOrDefault(claims.path("tenant").asString() + "|" + asked, List.of());
		answer(exchange, away ? 503 : may ? 200 : 403, Map.of("contacts", found));
	}

	private static void view(HttpExchange exchange) throws IOException {
		String contact = exchange.getRequestURI().getPath().substring("/contacts/".length());
		String name = names.get(contact);
		answer(exchange, (name != null) ? 200 : 404,
				Map.of("id", contact, "displayName", (name != null) ? name : "", "fields", Map.of()));
	}

	private static JsonNode claims(HttpExchange exchange) {
		String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
		return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
	}

	private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
		byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
