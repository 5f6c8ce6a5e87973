package dev.insyn.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/// Stands in for all services behind the gateway, and remembers what reached it.
final class StubService implements AutoCloseable {

	private final HttpServer server;

	private final List<Seen> seen = new CopyOnWriteArrayList<>();

	private volatile HttpHandler handler = StubService::ok;

	private StubService(HttpServer server) {
		this.server = server;
	}

	static StubService start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			StubService stub = new StubService(server);
			server.createContext("/", stub::handle);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return stub;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void answerWith(HttpHandler handler) {
		this.handler = handler;
	}

	void reset() {
		this.seen.clear();
		this.handler = StubService::ok;
	}

	List<Seen> seen() {
		return this.seen;
	}

	Seen last() {
		return this.seen.getLast();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static void ok(HttpExchange exchange) throws IOException {
		answer(exchange, 200, "ok");
	}

	private void handle(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
		this.seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
				exchange.getRequestBody().readAllBytes()));
		this.handler.handle(exchange);
	}

	/// A request as it reached a service.
	record Seen(String method, String uri, Map<String, String> headers, byte[] body) {
	}

}
