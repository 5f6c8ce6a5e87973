package dev.insyn.pagekit.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.insyn.pagekit.Assets;
import dev.insyn.pagekit.Kit;
import org.jspecify.annotations.Nullable;

/// Serves the gallery of the console's components at `http://localhost:8095/admin/pages`, with the headers that the gateway
/// sets. `/as/sv/nordcykel/99` chooses language, tenant (another one has neither logo nor colours) and level.
public final class ConsolePreview {

	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
			+ "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

	private static final String LOOK = """
			:root { --tenant-masthead: #12343b; --tenant-masthead-ink: #ffffff; --tenant-brand: #1b4d4a; --tenant-brand-ink: #ffffff; }
			""";

	private static final String LOGO = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 32" width="160" height="32"><circle cx="16" cy="16" r="13" fill="none" \
			stroke="#7fd1c7" stroke-width="4"/><circle cx="16" cy="16" r="4" fill="#fff"/><path d="M40 8h12v16H40zM58 8h12v16H58zM76 8h12v16H76zM94 8h40v16H94z" fill="#fff"/></svg>
			""";

	private final HttpServer server;

	private ConsolePreview(HttpServer server) {
		this.server = server;
	}

	public static void main(String[] arguments) throws IOException {
		start(8095);
	}

	static ConsolePreview start(int port) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", ConsolePreview::answer);
		server.start();
		return new ConsolePreview(server);
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void stop() {
		this.server.stop(0);
	}

	private static void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
			URI uri = exchange.getRequestURI();
			String[] path = uri.getPath().split("/");
			if (uri.getPath().startsWith(Assets.PATH)) {
				Assets.Asset asset = Assets.find(path[2], path[3]).orElseThrow();
				send(exchange, 200, asset.contentType(), asset.content());
			}
			else if (uri.getPath().startsWith("/theme/nordcykel/")) {
				boolean css = uri.getPath().endsWith(".css");
				send(exchange, 200, css ? "text/css" : "image/svg+xml",
						(css ? LOOK : LOGO).getBytes(StandardCharsets.UTF_8));
			}
			else if (uri.getPath().startsWith("/as/")) {
				redirect(exchange, path[2] + "." + path[3] + "." + path[4]);
			}
			else if (uri.getPath().equals("/admin/account/language")) {
				String language = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
					.substring(9);
				redirect(exchange, language + who(exchange).substring(2));
			}
			else if (uri.getPath().startsWith("/admin")) {
				page(exchange, uri);
			}
			else {
				send(exchange, 404, "text/plain", new byte[] { '-' });
			}
		}
	}

	private static void page(HttpExchange exchange, URI uri) throws IOException {
		Map<String, String[]> parameters = parameters(uri.getRawQuery());
		if (exchange.getRequestMethod().equals("POST")) {
			parameters.putAll(parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		}
		String[] who = who(exchange).split("\\.");
		String path = (uri.getPath().equals("/admin")) ? "/admin/pages" : uri.getPath();
		Gallery gallery = new Gallery(who[0], who[1], Integer.parseInt(who[2]));
		String[] mood = parameters.getOrDefault("status", new String[] { "200" });
		send(exchange, Integer.parseInt(mood[0]), "text/html;charset=utf-8",
				Kit.bytes(gallery.screen(TableQuery.of(path, parameters))));
	}

	private static Map<String, String[]> parameters(@Nullable String query) {
		Map<String, String[]> parameters = new LinkedHashMap<>();
		if (query != null && !query.startsWith("--")) {
			Stream.of(query.split("&")).map((pair) -> (pair + "=").split("=")).forEach((pair) -> {
				if (pair.length > 1) {
					parameters.put(pair[0], new String[] { URLDecoder.decode(pair[1], StandardCharsets.UTF_8) });
				}
			});
		}
		return parameters;
	}

	private static String who(HttpExchange exchange) {
		String cookie = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
		return cookie.startsWith("who=") ? cookie.substring(4) : "sv.nordcykel.99";
	}

	private static void redirect(HttpExchange exchange, String who) throws IOException {
		exchange.getResponseHeaders().add("Set-Cookie", "who=" + who + "; Path=/");
		exchange.getResponseHeaders().add("Location", "/admin/pages");
		exchange.sendResponseHeaders(303, -1);
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

}
