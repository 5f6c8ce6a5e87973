package dev.insyn.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

	/// The code that proves any address.
	public static final String CODE = "123456";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String privateKey = SealingKeys.generate("stub-key");

	private final JweOpener opener = JweOpener.of("{\"keys\":[" + this.privateKey + "]}");

	private final StubContacts contacts = new StubContacts();

	private final Map<String, String> answered = new ConcurrentHashMap<>();

	private final List<Update> received = new CopyOnWriteArrayList<>();

	private final List<Update> applied = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile Mood mood = Mood.WELL;

	private volatile @Nullable String refusal;

	private volatile boolean restricted;

	private final StubRegisters registers = new StubRegisters();

	private volatile Object report = Map.of("total", 0, "rows", List.of(), "unavailable", false);

	private volatile String asked = "";

	private volatile @Nullable String history;

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

	/// May only keep and show what it holds of everybody.
	public void restricts(boolean restricted) {
		this.restricted = restricted;
	}

	/// Gives a contact a value, as if its CRM had told it.
	public synchronized void put(String contact, String field, Object value) {
		this.contacts.put(contact, field, value);
	}

	public synchronized @Nullable Object value(String contact, String field) {
		return this.contacts.value(contact, field);
	}

	/// Answers every report with this.
	public void reports(int total, List<Map<String, String>> rows) {
		this.report = Map.of("total", total, "rows", rows, "unavailable", false);
	}

	/// Can't read its records.
	public void hasNoRecordsNow() {
		this.report = Map.of("total", 0, "rows", List.of(), "unavailable", true);
	}

	/// Stands in for audit-service too.
	/// @param entries JSON; null while it is away
	public void tells(@Nullable String entries) {
		this.history = entries;
	}

	/// What the last view asked for.
	public String asked() {
		return this.asked;
	}

	/// Everything that arrived, repeats included.
	public List<Update> received() {
		return List.copyOf(this.received);
	}

	/// What was applied.
	public List<Update> applied() {
		return List.copyOf(this.applied);
	}

	/// Takes the purpose from a field of the catalogue, or from a record type, until it
	/// is well again.
	public void forgetsWhy(String key) {
		this.registers.forgetWhy(key);
	}

	/// Calls a field of the catalogue sensitive until it is well again.
	public void guards(String key) {
		this.registers.guard(key);
	}

	/// Forgets what arrived, and is well.
	public void reset() {
		this.mood = Mood.WELL;
		this.registers.reset();
		this.refusal = null;
		this.restricted = false;
		this.contacts.forgetWishes();
		reports(0, List.of());
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
			if (this.mood == Mood.FAILING && path.endsWith("/updates")) {
				send(exchange, 500, "{\"type\":\"urn:insyn:problem:internal-server-error\"}");
			}
			else if (this.mood == Mood.SICK) {
				send(exchange, 503, "{\"type\":\"urn:insyn:problem:service-unavailable\"}");
			}
			else if (path.equals("/api/encryption-keys")) {
				send(exchange, 200, "{\"keys\":[" + SealingKeys.publicHalf(this.privateKey) + "]}");
			}
			else if (path.equals("/own-history")) {
				send(exchange, (this.history != null) ? 200 : 503, String.valueOf(this.history));
			}
			else if (path.equals("/api/field-catalogue")) {
				send(exchange, 200, this.registers.catalogue());
			}
			else if (path.equals("/api/record-types")) {
				send(exchange, 200, this.registers.recordTypes());
			}
			else if (path.contains("/email-change")) {
				emailChange(exchange, path.split("/")[2], JSON.readTree(body));
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
		Map<String, StubContacts.Held> fields = this.contacts.fields(contact);
		if (fields == null) {
			send(exchange, 404, "{\"type\":\"urn:insyn:problem:no-such-contact\"}");
			return;
		}
		Map<String, Object> view = new LinkedHashMap<>(
				Map.of("id", contact, "version", 7, "displayName", "Anna Lindqvist", "fields", fields));
		String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
		this.asked = query;
		if (query.contains("reports=")) {
			view.put("reports", List.of(this.report));
		}
		StubContacts.EmailWish wish = this.contacts.wish(contact);
		if (wish != null) {
			view.put("emailChange", Map.of("address", wish.address(), "expires", "2026-11-21T10:10:00Z", "triesLeft",
					wish.triesLeft(), "open", wish.triesLeft() > 0));
		}
		if (this.restricted) {
			view.put("standing", Map.of("restrictedAt", "2026-11-21T10:00:00Z"));
		}
		send(exchange, 200, JSON.writeValueAsString(view));
	}

	/// The address [#CODE] proves.
	private synchronized void emailChange(HttpExchange exchange, String contact, JsonNode body) throws IOException {
		StubContacts.EmailWish wish = this.contacts.wish(contact);
		String path = exchange.getRequestURI().getPath();
		if (exchange.getRequestMethod().equals("DELETE")) {
			this.contacts.forgetWish(contact);
			send(exchange, 204, "");
		}
		else if (wish == null) {
			send(exchange, 409, "{\"type\":\"urn:insyn:problem:email-code-nothing-asked\",\"triesLeft\":0}");
		}
		else if (path.endsWith("/resend")) {
			this.contacts.wish(contact, wish.address(), StubContacts.TRIES);
			send(exchange, (this.refusal != null) ? 409 : 202, Objects.requireNonNullElse(this.refusal, ""));
		}
		else if (body.path("code").asString("").equals(CODE) && wish.triesLeft() > 0) {
			Object before = value(contact, "email");
			this.contacts.forgetWish(contact);
			put(contact, "email", wish.address());
			send(exchange, 200,
					JSON.writeValueAsString(Map.of("before", String.valueOf(before), "after", wish.address())));
		}
		else {
			StubContacts.EmailWish tried = this.contacts.wish(contact, wish.address(), wish.triesLeft() - 1);
			send(exchange, 409,
					"{\"type\":\"urn:insyn:problem:email-code-" + ((tried.triesLeft() > 0) ? "wrong" : "too-many-tries")
							+ "\",\"triesLeft\":" + tried.triesLeft() + "}");
		}
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
		else if (!this.contacts.conflicts(contact, update).isEmpty()) {
			send(exchange, 409, JSON.writeValueAsString(Map.of("type", "urn:insyn:problem:field-conflict", "conflicts",
					this.contacts.conflicts(contact, update))));
		}
		else {
			String answer = JSON.writeValueAsString(this.contacts.apply(contact, update));
			this.answered.put(contact + key, answer);
			this.applied.add(new Update(contact, key, update, sealed != null));
			send(exchange, 200, answer);
		}
	}

	private static void send(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		if (bytes.length == 0) {
			exchange.sendResponseHeaders(status, -1);
			return;
		}
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

		/// Answers updates with 500.
		FAILING,

		/// Closes every connection without an answer.
		GONE

	}

	/// An update that arrived.
	public record Update(String contact, String key, JsonNode body, boolean sealed) {

	}

}
