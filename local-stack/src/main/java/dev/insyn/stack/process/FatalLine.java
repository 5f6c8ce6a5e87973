package dev.insyn.stack.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The one line of a log that tells why a program ended.
final class FatalLine {

	private static final int ENOUGH = 256 * 1024;

	private static final Pattern COMPLAINT = Pattern
		.compile("\\b(ERROR|FATAL|Error:|Exception in thread)|^\\S*(Exception|Error): ");

	private FatalLine() {
	}

	/// @param offset where this run's output begins in the log
	static String of(Path log, long offset) {
		try {
			return in(read(log, offset).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList());
		}
		catch (IOException ex) {
			return "its log can't be read";
		}
	}

	/// Spring Boot's own explanation, else the innermost cause, else the last complaint,
	/// else the last line.
	static String in(List<String> lines) {
		return explanation(lines).or(() -> last(lines, (line) -> line.startsWith("Caused by: ")))
			.or(() -> last(lines, (line) -> COMPLAINT.matcher(line).find()))
			.or(() -> last(lines, (line) -> !line.startsWith("at ")))
			.orElse("it said nothing");
	}

	private static Optional<String> explanation(List<String> lines) {
		int failed = lines.lastIndexOf("APPLICATION FAILED TO START");
		if (failed < 0) {
			return Optional.empty();
		}
		List<String> after = lines.subList(failed, lines.size());
		int description = after.indexOf("Description:");
		return after.stream().skip(description + 1L).filter((line) -> description >= 0).findFirst();
	}

	private static Optional<String> last(List<String> lines, Predicate<String> telling) {
		return lines.reversed().stream().filter(telling).findFirst();
	}

	private static String read(Path log, long offset) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(log)) {
			channel.position(Math.max(offset, channel.size() - ENOUGH));
			ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - channel.position()));
			while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
				continue;
			}
			return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
		}
	}

}
