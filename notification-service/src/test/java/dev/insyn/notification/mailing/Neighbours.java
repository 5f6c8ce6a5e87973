package dev.insyn.notification.mailing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.insyn.testing.TokenServiceAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stands in for contact-service and token-service, as far as mailings ask them.
final class Neighbours {

	static final String KARIN = "karin";

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Neighbours INSTANCE = new Neighbours();

	private final HttpServer contactService;

	private final Map<String, Map<String, String>> contacts = new ConcurrentHashMap<>();

	private final Map<String, List<String>> segments = new ConcurrentHashMap<>();

	private final List<String> objections = new CopyOnWriteArrayList<>();

	private final List<String> issued = new CopyOnWriteArrayList<>();

	private volatile boolean away;

	private volatile boolean closed;

	private Neighbours() {
		try {
			this.contactService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.contactService.createContext("/api/contacts/mailable", this::mailable);
		this.contactService.createContext("/api/contacts/", this::objection);
		this.contactService.createContext("/api/segments", this::segments);
		this.contactService.createContext("/api/field-catalogue", (exchange) -> answer(exchange, 200, """
				[{"key":"first-name","labels":{"sv":"Förnamn","en":"First name"}},
				 {"key":"phone","labels":{"sv":"Telefon","en":"Phone"}}]"""));
		this.contactService.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.contactService.start();
		TokenServiceAddress.serve("/api/links", this::links);
		TokenServiceAddress.serve("/api/users", (exchange) -> answer(exchange, 200, """
				{"users":[{"id":"karin","name":"Karin Åberg","email":"karin@nordcykel.example","level":99}]}"""));
	}

	static Neighbours get() {
		return INSTANCE;
	}

	String contactService() {
		return "http://localhost:" + this.contactService.getAddress().getPort();
	}

	/// @param facts `email`, `first-name`, `language`, `organisation`, or `refused` and
	/// why
	void know(String contact, Map<String, String> facts) {
		this.contacts.put(contact, facts);
	}

	void segment(String id, List<String> contacts) {
		this.segments.put(id, List.copyOf(contacts));
	}

	List<String> objections() {
		return this.objections;
	}

	/// `page contact mailing` of each link.
	List<String> issued() {
		return this.issued;
	}

	void areAway(boolean away) {
		this.away = away;
	}

	/// No links are issued to any page.
	void close(boolean closed) {
		this.closed = closed;
	}

	private void mailable(HttpExchange exchange) throws IOException {
		JsonNode asked = json.readTree(exchange.getRequestBody());
		ArrayNode answers = json.createArrayNode();
		for (JsonNode id : asked.get("contacts")) {
			Map<String, String> facts = this.contacts.get(id.stringValue());
			ObjectNode one = answers.addObject().put("id", id.stringValue());
			boolean objected = this.objections.contains(id.stringValue())
					&& asked.get("kind").stringValue().equals("marketing");
			String refused = (facts == null) ? "gone" : objected ? "objected" : facts.get("refused");
			if (facts == null || refused != null) {
				one.put("refused", refused);
				continue;
			}
			one.put("email", facts.get("email")).put("name", facts.getOrDefault("first-name", "Namnlös"));
			one.put("language", facts.getOrDefault("language", "sv")).put("organisation", facts.get("organisation"));
			ObjectNode values = one.putObject("values");
			asked.get("fields").forEach((field) -> {
				if (facts.containsKey(field.stringValue())) {
					values.put(field.stringValue(), facts.get(field.stringValue()));
				}
			});
		}
		answer(exchange, this.away ? 503 : 200, json.createObjectNode().set("contacts", answers).toString());
	}

	private void objection(HttpExchange exchange) throws IOException {
		String[] parts = exchange.getRequestURI().getPath().split("/");
		if (!this.away) {
			this.objections.add(parts[3]);
		}
		answer(exchange, this.away ? 503 : 204, "");
	}

	private void segments(HttpExchange exchange) throws IOException {
		String[] parts = exchange.getRequestURI().getPath().split("/");
		if (parts.length < 4) {
			ArrayNode all = json.createArrayNode();
			this.segments.forEach((id, members) -> all.addObject()
				.put("id", id)
				.put("name", "Segment " + id)
				.put("count", members.size()));
			answer(exchange, 200, json.createObjectNode().set("segments", all).toString());
			return;
		}
		Map<String, String> query = query(exchange);
		List<String> members = this.segments.get(parts[3]);
		if (members == null) {
			answer(exchange, 404, "{}");
			return;
		}
		String after = query.get("after");
		int from = (after != null) ? members.indexOf(after) + 1 : 0;
		int to = Math.min(members.size(), from + Integer.parseInt(query.get("limit")));
		ObjectNode body = json.createObjectNode();
		ArrayNode some = body.putArray("contacts");
		members.subList(from, to).forEach(some::add);
		if (to < members.size()) {
			body.put("next", members.get(to - 1));
		}
		answer(exchange, 200, body.toString());
	}

	private void links(HttpExchange exchange) throws IOException {
		JsonNode asked = json.readTree(exchange.getRequestBody());
		if (this.closed) {
			answer(exchange, 422, "{}");
			return;
		}
		ArrayNode links = json.createArrayNode();
		for (JsonNode contact : asked.get("contacts")) {
			String page = asked.get("page").stringValue();
			this.issued.add(page + " " + contact.stringValue() + " " + asked.get("mailing").stringValue());
			links.addObject()
				.put("id", "link-" + this.issued.size())
				.put("contact", contact.stringValue())
				.put("page", page)
				.put("url", "http://localhost:8080/l/" + contact.stringValue() + "-" + page);
		}
		answer(exchange, 201, json.createObjectNode().set("links", links).toString());
	}

	private static Map<String, String> query(HttpExchange exchange) {
		Map<String, String> query = new LinkedHashMap<>();
		String text = exchange.getRequestURI().getQuery();
		for (String pair : new ArrayList<>(List.of(((text != null) ? text : "").split("&")))) {
			String[] parts = pair.split("=", 2);
			query.put(parts[0], (parts.length > 1) ? parts[1] : "");
		}
		return query;
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		if (bytes.length > 0) {
			exchange.getResponseBody().write(bytes);
		}
		exchange.close();
	}

}
