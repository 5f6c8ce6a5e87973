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

/// Stands in for contact-service: knows contacts' names, and may be away.
final class ContactServiceForTests {

	private final Map<String, String> names = new ConcurrentHashMap<>();

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

	void isAway(boolean away) {
		this.away = away;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String contact = exchange.getRequestURI().getPath().substring("/contacts/".length());
		String name = this.names.get(contact);
		boolean allowed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("Bearer ");
		byte[] body = ("{\"id\":\"" + contact + "\",\"version\":1,\"displayName\":\"" + name + "\",\"fields\":{}}")
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		int status = this.away ? 503 : !allowed ? 401 : (name == null) ? 404 : 200;
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
