package dev.insyn.audit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.insyn.events.Topics;
import dev.insyn.pagekit.TextBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Red when an event is added to the contracts and nobody says what the log calls it: the log then shows its code.
class AuditWordsTests {

	/// The log's own anchors are no events of a tenant's.
	private static final String ANCHOR = "audit.chain-anchored";

	@Test
	void namesEveryTypeOfEventThatIsRecorded() throws Exception {
		assertThat(AuditWords.TYPES).containsExactlyInAnyOrderElementsOf(recordedTypes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "sv" })
	void hasWordsForEveryType(String language) {
		var texts = TextBook.console("/dev/insyn/audit/console/").in(language);
		assertThat(AuditWords.TYPES).allSatisfy((type) -> assertThat(texts.find("audit.type." + type)).isPresent());
	}

	private static List<String> recordedTypes() throws IOException, URISyntaxException {
		Path contracts = Path.of(Topics.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		if (Files.isDirectory(contracts)) {
			return typesIn(contracts.resolve("samples"));
		}
		try (FileSystem jar = FileSystems.newFileSystem(contracts)) {
			return typesIn(jar.getPath("samples"));
		}
	}

	private static List<String> typesIn(Path samples) throws IOException {
		try (Stream<Path> files = Files.list(samples)) {
			return files.map((file) -> Objects.requireNonNull(file.getFileName()).toString())
				.map((name) -> name.replaceFirst("\\.v\\d+\\.json$", ""))
				.filter((type) -> !type.equals(ANCHOR))
				.toList();
		}
	}

}
