package dev.insyn.stack.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/// Answers GET requests on loopback, and only to this machine: a page of another site that had its name point to
/// 127.0.0.1 would send its own name as `Host`, and is turned away.
public final class WebServer implements AutoCloseable {

	private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final Map<String, String> HEADERS = new TreeMap<>(Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
					+ "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
			"X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cache-Control", "no-store",
			"Cross-Origin-Resource-Policy", "same-origin"));

	private final HttpServer server;

	private final Map<String, Function<URI, Reply>> routes = new ConcurrentSkipListMap<>();

	private WebServer(HttpServer server) {
		this.server = server;
	}

	public static WebServer start(int port) {
		try {
			HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			WebServer server = new WebServer(http);
			http.createContext("/", server::handle);
			http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			http.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// @param path an exact path, or everything below it if it ends with a slash and is
	/// not the root
	public WebServer route(String path, Function<URI, Reply> answer) {
		this.routes.put(path, answer);
		return this;
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Reply reply = reply(exchange);
			HEADERS.forEach(exchange.getResponseHeaders()::set);
			reply.headers().forEach(exchange.getResponseHeaders()::set);
			boolean head = exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(reply.status(), (head || reply.body().length == 0) ? -1 : reply.body().length);
			if (!head) {
				exchange.getResponseBody().write(reply.body());
			}
		}
	}

	private Reply reply(HttpExchange exchange) {
		if (!isOwnName(exchange.getRequestHeaders().getFirst("Host"))) {
			return Reply.text(421, "This server only answers to localhost.");
		}
		if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
			return Reply.text(405, "Only GET.");
		}
		try {
			return answer(exchange.getRequestURI());
		}
		catch (RuntimeException ex) {
			return Reply.text(500, "That didn't work: " + ex.getClass().getSimpleName());
		}
	}

	static boolean isOwnName(@Nullable String host) {
		return (host != null) && OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
	}

	private Reply answer(URI uri) {
		String path = uri.getPath();
		Function<URI, Reply> exact = this.routes.get(path);
		if (exact != null) {
			return exact.apply(uri);
		}
		return this.routes.entrySet()
			.stream()
			.filter((route) -> route.getKey().length() > 1 && route.getKey().endsWith("/")
					&& path.startsWith(route.getKey()))
			.findFirst()
			.map((route) -> route.getValue().apply(uri))
			.orElseGet(() -> Reply.text(404, "There is nothing here."));
	}

}
