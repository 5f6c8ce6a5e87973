package dev.insyn.stack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import dev.insyn.stack.process.Program.Readiness;

/// The two ways to ask a program on loopback whether it is ready.
public final class Readinesses {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private Readinesses() {
	}

	/// It accepts connections.
	public static Readiness accepting(int port) {
		return () -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
				return true;
			}
			catch (IOException ex) {
				return false;
			}
		};
	}

	/// It answers 200 at the path.
	public static Readiness answering(HttpClient http, int port, String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(PATIENCE)
			.build();
		return () -> {
			try {
				return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
			}
			catch (IOException ex) {
				return false;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		};
	}

}
