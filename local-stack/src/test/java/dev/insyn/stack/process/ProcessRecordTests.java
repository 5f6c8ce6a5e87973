package dev.insyn.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessRecordTests {

	private final Process process = sleeping();

	@AfterEach
	void end() {
		this.process.destroyForcibly();
	}

	private final Path dir;

	ProcessRecordTests(@TempDir Path dir) {
		this.dir = dir;
	}

	@Test
	void endsWhatAnEarlierStartLeftRunning() throws Exception {
		new ProcessRecord(file()).add("broker", this.process.toHandle());
		assertThat(new ProcessRecord(file()).endLeftovers()).containsExactly("broker");
		assertThat(this.process.waitFor(5, TimeUnit.SECONDS)).isTrue();
		assertThat(file()).isEmptyFile();
	}

	/// Goes red when [ProcessRecord] looks at the process id alone.
	@Test
	void sparesAProcessThatOnlyHasTheSameId() throws Exception {
		Files.writeString(file(), "broker " + this.process.pid() + " 1000\n");
		assertThat(new ProcessRecord(file()).endLeftovers()).isEmpty();
		assertThat(this.process.isAlive()).isTrue();
	}

	@Test
	void readsOverWhatIsBroken() throws Exception {
		Files.writeString(file(), "broker 17\n\n");
		assertThat(new ProcessRecord(file()).endLeftovers()).isEmpty();
	}

	private Path file() {
		return this.dir.resolve("pids");
	}

	private static Process sleeping() {
		try {
			return new ProcessBuilder("sleep", "60").start();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
