package dev.insyn.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// No demo person and no link stands in plain in anything that the parts wrote: logs,
/// broker segments, database files. It tells a story of its own first, and runs last so
/// that it also searches what the others left.
@ExtendWith(StackExtension.class)
@Order(Integer.MAX_VALUE)
class CanaryIT {

	private final Stack stack;

	CanaryIT(Stack stack) {
		this.stack = stack;
	}

	@Test
	void noPersonAndNoLinkStandsInPlainInAnyFile() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		assertThat(visit.update(Map.of("title", "Kanariefågelskötare", "phone", "070-174 06 99")).statusCode())
			.isEqualTo(303);
		new EventLog(this.stack, "insyn.contacts").await("contact.data-updated.v1",
				(event) -> visit.link().contactId().equals(event.subject()));

		List<String> secrets = Stream
			.concat(Stream.of("Kanariefågelskötare", "+46701740699", visit.token()),
					this.stack.ready().links().stream().flatMap(CanaryIT::personal))
			.distinct()
			.toList();
		List<Path> files = this.stack.writtenFiles();
		assertThat(files).as("what is searched").anyMatch((file) -> file.toString().endsWith(".log"));
		assertThat(files).as("broker segments are searched")
			.anyMatch((file) -> file.toString().contains("insyn.contacts"));
		assertThat(findings(files, secrets)).isEmpty();
	}

	private static Stream<String> personal(Ready.Link link) {
		return Stream.of(link.name(), link.email(), link.url().substring(link.url().lastIndexOf('/') + 1));
	}

	/// The search itself can fail: a name in a file is found, in both encodings that a
	/// database may use.
	@Test
	void theSearchFindsANameInAFile(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("segment");
		java.nio.file.Files.write(file, "..Åsa Öberg..".getBytes(StandardCharsets.UTF_8));
		assertThat(findings(List.of(file), List.of("Åsa Öberg"))).hasSize(1);
	}

	private static List<String> findings(List<Path> files, List<String> secrets) {
		List<String> findings = new ArrayList<>();
		for (Path file : files) {
			String content = content(file);
			secrets.stream()
				.map((secret) -> new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
				.filter(content::contains)
				.forEach((secret) -> findings.add(secret + " in " + file));
		}
		return findings;
	}

	/// Bytes as Latin-1, so that any byte sequence can be searched as a string.
	private static String content(Path file) {
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), Integer.MAX_VALUE - 8));
			while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
				continue;
			}
			return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
