package dev.insyn.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.insyn.platform.sealing.JweOpener;
import dev.insyn.platform.sealing.SealingKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers as contact-service does, as far as landing-page-service sees of it: versions per field, idempotency keys,
/// conflicts, sealed delivery. It can be away, slow, or refuse.
public final class StubContactService {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String privateKey = SealingKeys.generate("stub-key");

	private final JweOpener opener = JweOpener.of("{\"keys\":[" + this.privateKey + "]}");

	private final Map<String, Map<String, Held>> contacts = new ConcurrentHashMap<>();

	private final Map<String, String> answered = new ConcurrentHashMap<>();

	private final List<Update> received = new CopyOnWriteArrayList<>();

	private final List<Update> applied = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile Mood mood = Mood.WELL;

	private volatile @Nullable String refusal;

	public StubContactService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	public void is(Mood next) {
		this.mood = next;
	}

	/// Makes it refuse every update with this problem until told otherwise.
	public void refuses(@Nullable String problem) {
		this.refusal = problem;
	}

	/// Gives a contact a value, as if its CRM had told it.
	public synchronized void put(String contact, String field, Object value) {
		Map<String, Held> fields = this.contacts.computeIfAbsent(contact, (id) -> new LinkedHashMap<>());
		Held before = fields.get(field);
		fields.put(field, new Held(value, (before != null) ? before.version() + 1 : 1));
	}

	public synchronized @Nullable Object value(String contact, String field) {
		Held held = this.contacts.getOrDefault(contact, Map.of()).get(field);
		return (held != null) ? held.value() : null;
	}

	/// Everything that arrived, repeats included.
	public List<Update> received() {
		return List.copyOf(this.received);
	}

	/// What was applied.
	public List<Update> applied() {
		return List.copyOf(this.applied);
	}

	/// Forgets what arrived, and is well.
	public void reset() {
		this.mood = Mood.WELL;
		this.refusal = null;
		this.received.clear();
		this.applied.clear();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		try (exchange) {
			if (this.mood == Mood.GONE) {
				return;
			}
			if (this.mood == Mood.SICK) {
				send(exchange, 503, "{\"type\":\"urn:insyn:problem:service-unavailable\"}");
			}
			else if (path.equals("/api/encryption-keys")) {
				send(exchange, 200, "{\"keys\":[" + SealingKeys.publicHalf(this.privateKey) + "]}");
			}
			else if (path.equals("/api/field-catalogue")) {
				send(exchange, 200, resource("/catalogue.json"));
			}
			else if (path.endsWith("/updates")) {
				update(exchange, path.split("/")[2], JSON.readTree(body));
			}
			else {
				view(exchange, path.split("/")[2]);
			}
		}
	}

	private synchronized void view(HttpExchange exchange, String contact) throws IOException {
		Map<String, Held> fields = this.contacts.get(contact);
		if (fields == null) {
			send(exchange, 404, "{\"type\":\"urn:insyn:problem:no-such-contact\"}");
			return;
		}
		send(exchange, 200, JSON.writeValueAsString(
				Map.of("id", contact, "version", 7, "displayName", "Anna Lindqvist", "fields", fields)));
	}

	private synchronized void update(HttpExchange exchange, String contact, JsonNode body) throws IOException {
		String key = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
		JsonNode sealed = body.get("sealed");
		JsonNode update = (sealed != null) ? JSON.readTree(this.opener.open(sealed.asString())) : body;
		this.received.add(new Update(contact, key, update, sealed != null));
		String repeated = this.answered.get(contact + key);
		String refused = this.refusal;
		if (repeated != null) {
			send(exchange, 200, repeated);
		}
		else if (refused != null) {
			send(exchange, refused.contains("conflict") ? 409 : 422, refused);
		}
		else if (!conflicts(contact, update).isEmpty()) {
			send(exchange, 409, JSON.writeValueAsString(
					Map.of("type", "urn:insyn:problem:field-conflict", "conflicts", conflicts(contact, update))));
		}
		else {
			String answer = JSON.writeValueAsString(apply(contact, update));
			this.answered.put(contact + key, answer);
			this.applied.add(new Update(contact, key, update, sealed != null));
			send(exchange, 200, answer);
		}
	}

	private List<Map<String, @Nullable Object>> conflicts(String contact, JsonNode update) {
		List<Map<String, @Nullable Object>> conflicts = new ArrayList<>();
		update.path("changes").propertyNames().forEach((field) -> {
			Held held = this.contacts.getOrDefault(contact, Map.of()).get(field);
			long version = (held != null) ? held.version() : 0;
			long shown = update.path("shown").path(field).asLong(0);
			if (version != shown) {
				Map<String, @Nullable Object> conflict = new LinkedHashMap<>();
				conflict.put("field", field);
				conflict.put("shownVersion", shown);
				conflict.put("version", version);
				conflict.put("current", (held != null) ? held.value() : null);
				conflicts.add(conflict);
			}
		});
		return conflicts;
	}

	private Map<String, Object> apply(String contact, JsonNode update) {
		List<Map<String, @Nullable Object>> changed = new ArrayList<>();
		update.path("changes").propertyNames().forEach((field) -> {
			Object after = JSON.convertValue(update.path("changes").get(field), Object.class);
			Map<String, @Nullable Object> change = new LinkedHashMap<>();
			change.put("field", field);
			change.put("before", value(contact, field));
			change.put("after", after);
			changed.add(change);
			if (after != null) {
				put(contact, field, after);
			}
			else {
				this.contacts.getOrDefault(contact, new LinkedHashMap<>()).remove(field);
			}
		});
		return Map.of("outcome", changed.isEmpty() ? "confirmed" : "updated", "version", 8, "changed", changed);
	}

	private static String resource(String name) throws IOException {
		try (InputStream stream = Objects.requireNonNull(StubContactService.class.getResourceAsStream(name))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void send(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders()
			.add("Content-Type", (status < 400) ? "application/json" : "application/problem+json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	/// How it is.
	public enum Mood {

		/// Answers.
		WELL,

		/// Answers 503.
		SICK,

		/// Closes every connection without an answer.
		GONE

	}

	/// A field's value.
	record Held(Object value, long version) {

	}

	/// An update that arrived.
	public record Update(String contact, String key, JsonNode body, boolean sealed) {

	}

}
