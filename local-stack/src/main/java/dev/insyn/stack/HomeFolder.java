package dev.insyn.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.insyn.stack.database.EmbeddedDatabase;
import dev.insyn.stack.process.StartFailed;

/// The folder of what is kept between starts; one start at a time uses it.
final class HomeFolder implements AutoCloseable {

	private static final List<String> KEPT = List.of("kafka", "mongo", "logs", "secrets", "ready.json",
			"secrets.last-ready.json");

	private final Path dir;

	private final FileChannel lock;

	private HomeFolder(Path dir, FileChannel lock) {
		this.dir = dir;
		this.lock = lock;
	}

	/// @throws StartFailed if another start uses it
	static HomeFolder open(Path dir) {
		try {
			Files.createDirectories(dir);
			FileChannel lock = FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (lock.tryLock() == null) {
				throw new StartFailed(
						"Another ./run uses " + dir + "; stop it first, or choose another folder with --dir.");
			}
			return new HomeFolder(dir, lock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Each start has logs of its own.
	/// @param fresh forget everything but what was built; so too if an older version has
	/// left data that can't be read
	void prepare(boolean fresh) {
		boolean unreadable = EmbeddedDatabase.leftBehindByOlder(this.dir.resolve("mongo"));
		(fresh || unreadable ? KEPT : List.of("logs")).stream().map(this.dir::resolve).forEach(HomeFolder::delete);
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
	}

	static void delete(Path path) {
		if (!Files.exists(path)) {
			return;
		}
		try (Stream<Path> tree = Files.walk(path)) {
			for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
