package dev.insyn.stack.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/// An answer to a web request.
record Reply(int status, Map<String, String> headers, byte[] body) {

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

	static Reply text(int status, String text) {
		return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
	}

	static Reply html(String html) {
		return of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
	}

	static Reply json(Object value) {
		return of(200, "application/json", JsonMapper.shared().writeValueAsBytes(value));
	}

	/// A file that lies beside this class.
	static Reply file(String name) {
		try (InputStream stream = Reply.class.getResourceAsStream(name)) {
			if (stream == null) {
				return text(404, "There is nothing here.");
			}
			return of(200, TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"),
					stream.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Reply with(String header, String value) {
		Map<String, String> more = new HashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, more, this.body);
	}

	private static Reply of(int status, String type, byte[] body) {
		return new Reply(status, Map.of("Content-Type", type), body);
	}

}
