package dev.insyn.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The process ids of the children, on file, so that the next start can end what a crash left running.
public final class ProcessRecord {

	private final Path file;

	private final Map<Long, String> lines = new TreeMap<>();

	public ProcessRecord(Path file) {
		this.file = file;
	}

	/// Ends the recorded processes that still run.
	/// @return the names of those that had to be ended
	public List<String> endLeftovers() {
		List<String> ended = read().stream()
			.map(Entry::parse)
			.flatMap(Optional::stream)
			.filter(Entry::end)
			.map(Entry::name)
			.toList();
		write();
		return ended;
	}

	synchronized void add(String name, ProcessHandle process) {
		this.lines.put(process.pid(), name + " " + process.pid() + " " + startOf(process).toEpochMilli());
		write();
	}

	synchronized void remove(long pid) {
		this.lines.remove(pid);
		write();
	}

	private List<String> read() {
		try {
			return Files.exists(this.file) ? Files.readAllLines(this.file) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write() {
		try {
			Files.write(this.file, this.lines.values());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Instant startOf(ProcessHandle process) {
		return process.info().startInstant().orElse(Instant.EPOCH);
	}

	/// A process id comes back one day for somebody else's process: only together with
	/// the start time it names ours.
	private record Entry(String name, long pid, Instant start) {

		static Optional<Entry> parse(String line) {
			String[] words = line.split(" ");
			return (words.length == 3) ? Optional
				.of(new Entry(words[0], Long.parseLong(words[1]), Instant.ofEpochMilli(Long.parseLong(words[2]))))
					: Optional.empty();
		}

		boolean end() {
			Optional<ProcessHandle> ours = ProcessHandle.of(this.pid).filter(this::isOurs);
			ours.ifPresent(Entry::end);
			return ours.isPresent();
		}

		private boolean isOurs(ProcessHandle process) {
			return Duration.between(startOf(process), this.start).abs().compareTo(Duration.ofSeconds(2)) < 0;
		}

		private static void end(ProcessHandle process) {
			process.destroy();
			try {
				process.onExit().get(5, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				process.destroyForcibly();
			}
		}

	}

}
