package dev.insyn.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A second process of the very gateway that is measured, with its command line and its
/// environment, in front of a [FixedAnswer] instead of landing-page-service.
record BaselineGateway(Process process, String address) implements AutoCloseable {

	static BaselineGateway start(RunningStack stack, FixedAnswer answer) throws IOException, InterruptedException {
		Path measured = Path.of("/proc/" + stack.ready().service("gateway").pid());
		int port = freePort();
		List<String> command = new ArrayList<>(entries(measured.resolve("cmdline")));
		command.addAll(List.of("--server.port=" + port, "--management.server.port=" + freePort(),
				"--insyn.services.landing-page=" + answer.address()));
		ProcessBuilder copy = new ProcessBuilder(command);
		copy.directory(measured.resolve("cwd").toRealPath().toFile());
		Map<String, String> environment = copy.environment();
		environment.clear();
		entries(measured.resolve("environ")).stream()
			.map((entry) -> entry.split("=", 2))
			.filter((entry) -> entry.length == 2)
			.forEach((entry) -> environment.put(entry[0], entry[1]));
		copy.redirectErrorStream(true).redirectOutput(stack.directory().resolve("bench-gateway.log").toFile());
		Process process = copy.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		String address = "http://localhost:" + port;
		awaitAnswer(process, URI.create(address + "/p/P05"));
		return new BaselineGateway(process, address);
	}

	private static List<String> entries(Path file) throws IOException {
		return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void awaitAnswer(Process process, URI address) throws InterruptedException {
		HttpClient http = HttpClient.newHttpClient();
		while (!answers(http, address)) {
			if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The baseline's gateway ended: see bench-gateway.log");
			}
		}
	}

	private static boolean answers(HttpClient http, URI address) throws InterruptedException {
		try {
			return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(20, TimeUnit.SECONDS);
	}

}
