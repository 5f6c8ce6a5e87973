package dev.insyn.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Each child here is a line of shell.
class SupervisorTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String RUNS = "while :; do sleep 0.05; done";

	private final List<String> news = Collections.synchronizedList(new ArrayList<>());

	private final List<String> givenUp = Collections.synchronizedList(new ArrayList<>());

	private final Path dir;

	private final Supervisor supervisor;

	SupervisorTests(@TempDir Path dir) {
		this.dir = dir;
		this.supervisor = new Supervisor(new ProcessRecord(this.dir.resolve("pids")), this.news::add,
				this.givenUp::add);
	}

	@AfterEach
	void stop() {
		this.supervisor.close();
	}

	@Test
	void namesTheLineThatSaysWhyAProgramDidNotStart() {
		Program program = new Program("contact-service", 1, 0, shell(
				"echo starting; echo 'Caused by: java.net.BindException: Address already in use'; echo '	at java.base/x'; exit 7"),
				Map.of(), this.dir.resolve("contact-service.log"), () -> false);
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> this.supervisor.start(List.of(program), PATIENCE))
			.withMessageContaining("contact-service ended while starting, exit code 7")
			.withMessageContaining("Caused by: java.net.BindException: Address already in use")
			.withMessageContaining("contact-service.log");
	}

	@Test
	void namesWhoIsNotReadyInTime() {
		Program never = new Program("audit-service", 1, 0, shell(RUNS), Map.of(), this.dir.resolve("audit.log"),
				() -> false);
		assertThatExceptionOfType(StartFailed.class)
			.isThrownBy(() -> this.supervisor.start(List.of(never), Duration.ofMillis(200)))
			.withMessageContaining("audit-service did not become ready");
	}

	@Test
	void startsAgainWhatDiesLaterAndSaysSo() {
		this.supervisor.start(List.of(program("broker", 1, RUNS)), PATIENCE);
		long killed = onlyChild().pid();
		kill(killed);
		Awaitility.await().atMost(PATIENCE).until(() -> onlyChild().pid() != killed && onlyChild().ready());
		assertThat(this.news).anyMatch((line) -> line.startsWith("broker died and is started again, exit code 137"));
	}

	@Test
	void tellsWhoeverRecordsProcessIdsOfARestart() {
		List<Long> recorded = Collections.synchronizedList(new ArrayList<>());
		this.supervisor.start(List.of(program("broker", 1, RUNS)), PATIENCE);
		this.supervisor.onRestart(() -> recorded.add(onlyChild().pid()));
		kill(onlyChild().pid());
		Awaitility.await().atMost(PATIENCE).until(() -> recorded.contains(onlyChild().pid()));
	}

	@Test
	void givesUpOnWhatKeepsDying() {
		this.supervisor.start(List.of(program("gateway", 1, "echo 'ERROR no memory'; sleep 0.2; exit 3")), PATIENCE);
		Awaitility.await().atMost(PATIENCE).until(() -> !this.givenUp.isEmpty());
		assertThat(this.givenUp.getFirst()).startsWith("gateway keeps dying, exit code 3: ERROR no memory");
	}

	@Test
	void stopsInReverseOrder() throws IOException {
		Path stopped = this.dir.resolve("stopped");
		this.supervisor.start(
				List.of(program("broker", 1, "trap 'echo broker >> %s; exit' TERM; %s".formatted(stopped, RUNS)),
						program("gateway", 2,
								"trap 'sleep 0.3; echo gateway >> %s; exit' TERM; %s".formatted(stopped, RUNS))),
				PATIENCE);
		awaitTraps();
		this.supervisor.close();
		assertThat(Files.readAllLines(stopped)).containsExactly("gateway", "broker");
	}

	/// A terminal sends Ctrl-C to all processes at once. Without the `trap` in [Child]
	/// the child ends here.
	@Test
	void leavesItToTheSupervisorToActOnCtrlC() throws Exception {
		this.supervisor.start(List.of(program("broker", 1, "trap 'echo reached' USR1; " + RUNS)), PATIENCE);
		long pid = onlyChild().pid();
		signal("INT", pid);
		signal("USR1", pid);
		Path log = this.dir.resolve("broker.log");
		Awaitility.await().atMost(PATIENCE).until(() -> Files.readString(log).contains("reached"));
		assertThat(onlyChild().alive()).isTrue();
	}

	/// The supervisor of another JVM is killed so that no hook of it runs. Without
	/// [Reaper] its child lives on.
	@Test
	void childrenDoNotOutliveAKilledSupervisor() throws Exception {
		Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Outlived.class.getName(), this.dir.toString())
			.redirectErrorStream(true)
			.start();
		long child = Long.parseLong(other.inputReader().readLine());
		assertThat(ProcessHandle.of(child)).isPresent();
		other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
	}

	@Test
	void givesChildrenNothingOfTheUsersEnvironmentThatTheyWereNotMeantToHave() throws IOException {
		this.supervisor.start(List.of(new Program("env", 1, 0, shell("env; " + RUNS), Map.of("INSYN_X", "y"),
				this.dir.resolve("env.log"), () -> true)), PATIENCE);
		Path log = this.dir.resolve("env.log");
		Awaitility.await().atMost(PATIENCE).until(() -> Files.readString(log).contains("INSYN_X=y"));
		assertThat(Files.readAllLines(log))
			.noneMatch((line) -> line.startsWith("JAVA_") || line.startsWith("SPRING_") || line.startsWith("SERVER_"));
	}

	/// A shell sets its trap some moments after it has started; the log tells.
	private void awaitTraps() {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.supervisor.children().stream().allMatch(this::saysTrapped));
	}

	private boolean saysTrapped(Child child) {
		try {
			return Files.readString(child.program().log()).contains("runs");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Program program(String name, int rank, String script) {
		return new Program(name, rank, 0, shell(script.replace(RUNS, "echo runs; " + RUNS)), Map.of(),
				this.dir.resolve(name + ".log"), () -> true);
	}

	private static List<String> shell(String script) {
		return List.of("/bin/sh", "-c", script);
	}

	private Child onlyChild() {
		return this.supervisor.children().getFirst();
	}

	private static void kill(long pid) {
		ProcessHandle.of(pid).orElseThrow().destroyForcibly();
	}

	private static void signal(String name, long pid) throws Exception {
		assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor()).isZero();
	}

	/// Starts a child, says its process id and waits to be killed.
	static final class Outlived {

		private Outlived() {
		}

		public static void main(String[] arguments) throws InterruptedException {
			Path dir = Path.of(arguments[0]);
			Supervisor supervisor = new Supervisor(new ProcessRecord(dir.resolve("other-pids")), (line) -> {
			}, (line) -> {
			});
			supervisor.start(
					List.of(new Program("other", 1, 0, shell(RUNS), Map.of(), dir.resolve("other.log"), () -> true)),
					PATIENCE);
			System.out.println(supervisor.children().getFirst().pid());
			Thread.currentThread().join();
		}

	}

}
