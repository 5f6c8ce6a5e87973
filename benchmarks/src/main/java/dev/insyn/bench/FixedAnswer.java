package dev.insyn.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Answers every request with the same 10 KB: the least that a service behind the
/// gateway can do.
final class FixedAnswer implements AutoCloseable {

	private static final byte[] BODY = "0123456789abcde\n".repeat(640).getBytes(StandardCharsets.US_ASCII);

	private final HttpServer server;

	private FixedAnswer(HttpServer server) {
		this.server = server;
	}

	static FixedAnswer start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", FixedAnswer::answer);
		server.start();
		return new FixedAnswer(server);
	}

	private static void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
		exchange.sendResponseHeaders(200, BODY.length);
		exchange.getResponseBody().write(BODY);
		exchange.close();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
