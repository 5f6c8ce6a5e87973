package dev.insyn.stack;

import java.nio.file.Path;
import java.util.List;

import dev.insyn.stack.process.StartFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	@Test
	void hasUsefulDefaults() {
		assertThat(Options.of(List.of())).isEqualTo(new Options(Path.of(".insyn").toAbsolutePath(),
				Path.of(".insyn/apps").toAbsolutePath(), List.of(), false, 200, false, false));
	}

	@Test
	void takesWhatIsAsked() {
		Options options = Options.of(List.of("--fresh", "--contacts", "10000", "--ports", "auto", "--dir", "/tmp/x",
				"--apps", "/tmp/y", "--jar", "/tmp/z.jar"));
		assertThat(options).isEqualTo(new Options(Path.of("/tmp/x"), Path.of("/tmp/y"), List.of(Path.of("/tmp/z.jar")),
				true, 10_000, true, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--contacts many", "--contacts 3", "--ports 80", "--dir", "--verbose" })
	void saysWhatItCannotTake(String arguments) {
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> Options.of(List.of(arguments.split(" "))));
	}

}
