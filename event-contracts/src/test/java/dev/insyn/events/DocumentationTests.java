package dev.insyn.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// `docs/events.md` shows what the samples are, to the letter.
class DocumentationTests {

	@ParameterizedTest
	@MethodSource("dev.insyn.events.Contract#types")
	void showsEveryEventWithItsSample(String type) throws IOException {
		String page = Files.readString(Path.of("../docs/events.md"));
		assertThat(page).contains("#### `" + type + "`");
		assertThat(page).contains(Contract.resource("/samples/" + type + ".json").strip());
	}

}
