package dev.insyn.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// The whole of Insyn as `./run` starts it: six services, broker, database and mail
/// catcher as processes of their own, on free ports, with demo data. Started once for
/// all stories of a test run.
final class Stack implements AutoCloseable {

	/// Of each tenant: as many as a mailing of five hundred needs. The first are there
	/// when
	/// the tests begin, the others come meanwhile.
	static final int CONTACTS = 520;

	private static final Duration START_LIMIT = Duration.ofMinutes(5);

	/// A way to sign in beside the password, of which nothing is expected but that it is
	/// offered, and that its absence is said.
	private static final Map<String, String> PROVIDER_THAT_IS_AWAY = Map.of("INSYN_TOKEN_OIDC_PROVIDERS_0_ID", "away",
			"INSYN_TOKEN_OIDC_PROVIDERS_0_NAME", "Entra ID", "INSYN_TOKEN_OIDC_PROVIDERS_0_ISSUER",
			"http://127.0.0.1:1/nobody", "INSYN_TOKEN_OIDC_PROVIDERS_0_CLIENT_ID", "insyn");

	private final Path directory;

	private final Process process;

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final AtomicInteger linksTaken = new AtomicInteger();

	private final AtomicInteger foreignLinksTaken = new AtomicInteger();

	private Stack(Path directory, Process process) {
		this.directory = directory;
		this.process = process;
	}

	static Stack start(Path root, Path directory) {
		try {
			Files.createDirectories(directory);
			Files.deleteIfExists(directory.resolve("ready.json"));
			ProcessBuilder run = new ProcessBuilder(root.resolve("run").toString(), "--no-build", "--fresh", "--ports",
					"auto", "--contacts", String.valueOf(CONTACTS), "--dir", directory.toString());
			run.environment().put("INSYN_AOT", "off");
			run.environment().put("INSYN_GATEWAY_LIMITS_ADDRESS_BURST", "100000");
			run.environment().put("INSYN_NOTIFICATION_DAILYMAIL_FROM", "00:00");
			run.environment().put("INSYN_NOTIFICATION_DAILYMAIL_POLL", "1s");
			run.environment().putAll(PROVIDER_THAT_IS_AWAY);
			run.redirectErrorStream(true).redirectOutput(directory.resolveSibling("stack.log").toFile());
			Stack stack = new Stack(directory, run.start());
			stack.awaitReady();
			return stack;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The stack did not start", ex);
		}
	}

	private void awaitReady() {
		Awaitility.await("ready.json").atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
			if (!this.process.isAlive()) {
				throw new AssertionError("./run ended with " + this.process.exitValue() + ":\n"
						+ Files.readString(this.directory.resolveSibling("stack.log")));
			}
			return Files.exists(this.directory.resolve("ready.json"));
		});
	}

	Ready ready() {
		return this.json.readValue(this.directory.resolve("ready.json").toFile(), Ready.class);
	}

	/// A contact's link of the first demo tenant that no other test of this run takes.
	Ready.Link takeLink() {
		return ready().linksOf("nordcykel").get(1 + this.linksTaken.getAndIncrement());
	}

	/// The same, of the other tenant.
	Ready.Link takeForeignLink() {
		return ready().linksOf("fjordbok").get(this.foreignLinksTaken.getAndIncrement());
	}

	Path directory() {
		return this.directory;
	}

	JsonMapper json() {
		return this.json;
	}

	HttpClient http() {
		return this.http;
	}

	/// Sends and returns whatever is answered, never following a redirect.
	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.timeout(Duration.ofSeconds(20)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	URI gateway(String path) {
		return URI.create(ready().gateway() + path);
	}

	URI service(String name, String path) {
		return URI.create("http://localhost:" + ready().service(name).port() + path);
	}

	/// `kill -9`, as a machine that loses its power would.
	void kill(String service) {
		long pid = ready().service(service).pid();
		ProcessHandle handle = ProcessHandle.of(pid)
			.orElseThrow(() -> new AssertionError(service + " (pid " + pid + ") is not running"));
		handle.destroyForcibly();
		handle.onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

	/// Waits until the killed part runs again under another pid and says that it is
	/// ready.
	void awaitRestart(String service, long killedPid) {
		Awaitility.await(service + " back")
			.atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofMillis(250))
			.until(() -> ready().service(service).pid() != killedPid && isUp(service));
	}

	private boolean isUp(String service) {
		try {
			return send(HttpRequest.newBuilder(service(service, "/actuator/health/readiness"))).statusCode() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	/// Everything that the running parts wrote: logs, broker segments, database files.
	/// Left out: what is handed to the person who started the stack, and the secrets.
	List<Path> writtenFiles() {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !file.endsWith("ready.json") && !file.toString().contains("secrets"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws Exception {
		this.process.destroy();
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			this.process.descendants().forEach(ProcessHandle::destroyForcibly);
			this.process.destroyForcibly();
		}
	}

}
