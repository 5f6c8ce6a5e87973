package dev.insyn.notification.mailing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.insyn.notification.SinkMailServer;
import dev.insyn.stack.broker.EmbeddedBroker;
import dev.insyn.stack.database.EmbeddedDatabase;
import dev.insyn.testing.TokenServiceAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What notification-service has around it when mailings are measured, as a process of its own: broker, database on disk, mail
/// server, and neighbours that answer at once. A segment's id is how many contacts are in it.
final class SurroundingsAtScale {

	private static final JsonMapper json = JsonMapper.builder().build();

	private SurroundingsAtScale() {
	}

	public static void main(String[] arguments) throws IOException {
		Path dir = Path.of(arguments[0]);
		EmbeddedDatabase database = EmbeddedDatabase.start(0, dir.resolve("database"));
		EmbeddedBroker broker = EmbeddedBroker.start(0, dir.resolve("broker"));
		SinkMailServer mails = new SinkMailServer(Duration.ofMillis(Long.parseLong(arguments[1])));
		HttpServer neighbours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		neighbours.createContext("/api/contacts/mailable", SurroundingsAtScale::mailable);
		neighbours.createContext("/api/segments/", SurroundingsAtScale::segment);
		neighbours.createContext("/api/field-catalogue",
				(exchange) -> answer(exchange, "[{\"key\":\"first-name\",\"labels\":{\"sv\":\"Förnamn\"}}]"));
		neighbours.createContext("/taken", (exchange) -> answer(exchange, String.valueOf(mails.taken())));
		neighbours.createContext("/last", (exchange) -> answer(exchange, mails.last()));
		neighbours.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		neighbours.start();
		TokenServiceAddress.serve("/api/links", SurroundingsAtScale::links);
		System.out
			.println("READY " + database.uri("notifications") + " " + broker.bootstrapServers() + " " + mails.port()
					+ " http://localhost:" + neighbours.getAddress().getPort() + " " + TokenServiceAddress.get());
	}

	private static void mailable(HttpExchange exchange) throws IOException {
		StringBuilder answer = new StringBuilder("{\"contacts\":[");
		for (JsonNode id : json.readTree(exchange.getRequestBody()).get("contacts")) {
			answer.append((answer.charAt(answer.length() - 1) == '[') ? "" : ",")
				.append("{\"id\":\"%1$s\",\"email\":\"%1$s@kund.example\",\"name\":\"Anna\",\"language\":\"sv\","
					.formatted(id.stringValue()))
				.append("\"values\":{\"first-name\":\"Anna\"}}");
		}
		answer(exchange, answer.append("]}").toString());
	}

	private static void segment(HttpExchange exchange) throws IOException {
		int all = Integer.parseInt(exchange.getRequestURI().getPath().split("/")[3]);
		String query = exchange.getRequestURI().getQuery();
		int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
		int from = query.contains("after=") ? Integer.parseInt(query.replaceAll(".*after=(\\d+).*", "$1")) : 0;
		int to = Math.min(all, from + limit);
		String contacts = IntStream.range(from, to)
			.mapToObj("\"0f3a64c2-11b2-4c9d-9c0a-%012d\""::formatted)
			.collect(Collectors.joining(","));
		answer(exchange, "{\"contacts\":[" + contacts + "]" + ((to < all) ? ",\"next\":\"" + to + "\"}" : "}"));
	}

	private static void links(HttpExchange exchange) throws IOException {
		StringBuilder answer = new StringBuilder("{\"links\":[");
		for (JsonNode id : json.readTree(exchange.getRequestBody()).get("contacts")) {
			answer.append((answer.charAt(answer.length() - 1) == '[') ? "" : ",")
				.append("{\"contact\":\"%1$s\",\"url\":\"http://localhost:8080/l/%1$s\"}".formatted(id.stringValue()));
		}
		answer(exchange, answer.append("]}").toString());
	}

	private static void answer(HttpExchange exchange, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
