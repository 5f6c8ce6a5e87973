package dev.insyn.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that only their owner reads, and that are either the old or the new one, never half.
final class PrivateFile {

	private PrivateFile() {
	}

	static void write(Path file, String content) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			// Made by createTempFile, a file is the owner's alone from its first moment.
			Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".", null,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(draft, content);
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
