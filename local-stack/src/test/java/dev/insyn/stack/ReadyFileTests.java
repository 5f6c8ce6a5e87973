package dev.insyn.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.insyn.stack.ReadyFile.Client;
import dev.insyn.stack.ReadyFile.Content;
import dev.insyn.stack.crm.IssuedLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadyFileTests {

	private static final Client CLIENT = new Client("nordcykel", "demo-crm-nordcykel", "secret",
			"http://x/oauth2/token");

	private final Path dir;

	ReadyFileTests(@TempDir Path dir) {
		this.dir = dir;
	}

	@Test
	void keepsLinksOfAnEarlierStartAtTodaysAddress() {
		ReadyFile file = new ReadyFile(this.dir);
		file.write(content(
				new IssuedLink("nordcykel", "c1", "Anna", "anna@kund.example", "P05", "http://localhost:8080/l/abc")));
		assertThat(file.keptLinks("http://localhost:23456")).extracting(IssuedLink::url)
			.containsExactly("http://localhost:23456/l/abc");
	}

	@Test
	void keepsThemWhileTheStackIsStopped() {
		ReadyFile file = new ReadyFile(this.dir);
		file.write(content(
				new IssuedLink("nordcykel", "c1", "Anna", "anna@kund.example", "P05", "http://localhost:8080/l/abc")));
		file.putAside();
		assertThat(this.dir.resolve("ready.json")).doesNotExist();
		assertThat(file.keptLinks("http://localhost:8080")).hasSize(1);
	}

	@Test
	void hasNoLinksToKeepWhenItIsMissingOrBroken() throws Exception {
		ReadyFile file = new ReadyFile(this.dir);
		assertThat(file.keptLinks("http://localhost:1")).isEmpty();
		Files.writeString(this.dir.resolve("ready.json"), "{\"links\": [");
		assertThat(file.keptLinks("http://localhost:1")).isEmpty();
	}

	@Test
	void leavesNoDraftBehind() {
		new ReadyFile(this.dir).write(content());
		assertThat(this.dir).isDirectoryContaining("glob:**/ready.json").isDirectoryNotContaining("glob:**/.*");
	}

	private static Content content(IssuedLink... links) {
		return new Content("http://localhost:8080", "", "", "", "", "", CLIENT, List.of(CLIENT), List.of(), List.of(),
				List.of(), List.of(links));
	}

}
