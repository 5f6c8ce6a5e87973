package dev.insyn.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/// Stands in for contact-service: knows contacts' names, and may be away.
final class ContactServiceForTests {

	private final Map<String, String> names = new ConcurrentHashMap<>();

	private final Map<String, String> mails = new ConcurrentHashMap<>();

	private final HttpServer server;

	private volatile boolean away;

	ContactServiceForTests() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/contacts/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void knows(String contact, String name) {
		this.names.put(contact, name);
	}

	/// What is mailed of an address change.
	/// @param what `code` or `notice`
	/// @param facts JSON; null for nothing any more
	void mails(String contact, String change, String what, @Nullable String facts) {
		String path = contact + "/email-changes/" + change + "/" + what;
		if (facts != null) {
			this.mails.put(path, facts);
		}
		else {
			this.mails.remove(path);
		}
	}

	void isAway(boolean away) {
		this.away = away;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath().substring("/contacts/".length());
		String contact = path.replaceFirst("/.*", "");
		String name = path.contains("/email-changes/") ? this.mails.get(path) : this.names.get(contact);
		boolean allowed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("Bearer ");
		String view = "{\"id\":\"" + contact + "\",\"version\":1,\"displayName\":\"" + name + "\",\"fields\":{}}";
		byte[] body = (path.contains("/email-changes/") ? String.valueOf(name) : view).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		int status = this.away ? 503 : !allowed ? 401 : (name == null) ? 404 : 200;
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
