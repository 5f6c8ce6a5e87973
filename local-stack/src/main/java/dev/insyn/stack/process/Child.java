package dev.insyn.stack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// One run of a program.
public final class Child {

	/// Ctrl-C reaches every process of the terminal; only the supervisor may act on it,
	/// or else all would stop at once
	/// instead of in order. A JVM respects signals that were ignored when it began.
	private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

	private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TZ");

	private final Program program;

	private final Process process;

	private final Instant started = Instant.now();

	private final long logOffset;

	private volatile boolean ready;

	private Child(Program program, Process process, long logOffset) {
		this.program = program;
		this.process = process;
		this.logOffset = logOffset;
	}

	static Child start(Program program) {
		try {
			Files.createDirectories(program.log().toAbsolutePath().getParent());
			long offset = Files.exists(program.log()) ? Files.size(program.log()) : 0;
			return new Child(program, builder(program).start(), offset);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(program.name() + " can't be started", ex);
		}
	}

	private static ProcessBuilder builder(Program program) {
		List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
		command.addAll(program.command());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectInput(Redirect.from(new File("/dev/null")))
			.redirectOutput(Redirect.appendTo(program.log().toFile()));
		Map<String, String> environment = builder.environment();
		environment.keySet().retainAll(INHERITED);
		environment.putAll(program.environment());
		return builder;
	}

	public Program program() {
		return this.program;
	}

	public String name() {
		return this.program.name();
	}

	public long pid() {
		return this.process.pid();
	}

	public Instant started() {
		return this.started;
	}

	public boolean alive() {
		return this.process.isAlive();
	}

	/// Once ready, a child counts as ready until it dies.
	public boolean ready() {
		return this.ready && alive();
	}

	boolean becomesReady() {
		if (!this.ready) {
			this.ready = this.program.readiness().ready();
		}
		return ready();
	}

	Process process() {
		return this.process;
	}

	Duration age() {
		return Duration.between(this.started, Instant.now());
	}

	void askToStop() {
		this.process.destroy();
	}

	void stopWithin(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

	/// The exit code with the line of this run's log that says why, and where the rest
	/// stands.
	String causeOfDeath() {
		Path log = this.program.log();
		return "exit code %d: %s (more in %s)".formatted(this.process.exitValue(), FatalLine.of(log, this.logOffset),
				log);
	}

}
