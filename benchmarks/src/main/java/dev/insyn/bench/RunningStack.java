package dev.insyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import tools.jackson.databind.json.JsonMapper;

/// The stack as `./run` starts it, with limits raised so that the load generator (one
/// address) is not taken for an attacker.
record RunningStack(Process process, Ready ready, Duration startUp, Path directory) implements AutoCloseable {

	static RunningStack start(Path root, Path directory, int contacts) throws IOException, InterruptedException {
		ProcessBuilder run = new ProcessBuilder(root.resolve("run").toString(), "--no-build", "--fresh", "--ports",
				"auto", "--contacts", String.valueOf(contacts), "--dir", directory.toString());
		run.environment().putAll(Limits.RAISED);
		Files.createDirectories(directory);
		Files.deleteIfExists(directory.resolve("ready.json"));
		run.redirectErrorStream(true).redirectOutput(directory.resolve("bench-run.log").toFile());
		long begin = System.nanoTime();
		Process process = run.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		Path ready = directory.resolve("ready.json");
		while (!Files.exists(ready)) {
			if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("./run ended: see " + directory.resolve("bench-run.log"));
			}
		}
		Duration startUp = Duration.ofNanos(System.nanoTime() - begin);
		return new RunningStack(process, JsonMapper.shared().readValue(ready.toFile(), Ready.class), startUp,
				directory);
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(60, TimeUnit.SECONDS);
	}

	/// The part of `ready.json` that is needed here.
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Ready(String gateway, String kafka, String mongodb, Client apiClient, List<User> users,
			List<Service> services, List<Link> links) {

		/// Of the tenant whose CRM system is measured with.
		User administrator() {
			return this.users.stream()
				.filter((user) -> user.tenant().equals(this.apiClient.tenant()) && user.level() == 99)
				.findFirst()
				.orElseThrow();
		}

		Service service(String name) {
			return this.services.stream().filter((service) -> service.name().equals(name)).findFirst().orElseThrow();
		}

	}

	/// A tenant's CRM system.
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Client(String tenant, String clientId, String clientSecret, String tokenUrl) {
	}

	/// One of the demo contacts, by a link that it has.
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Link(String tenant, String email) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record User(String tenant, String email, String password, int level) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Service(String name, int port, long pid) {

		/// Resident memory in MiB, as the kernel counts it.
		long residentMebibytes() throws IOException {
			return Files.readAllLines(Path.of("/proc/" + this.pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}

	}

}
