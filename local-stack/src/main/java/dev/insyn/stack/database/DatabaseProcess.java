package dev.insyn.stack.database;

import java.nio.file.Path;

/// The database as a program: a port and a folder.
final class DatabaseProcess {

	private DatabaseProcess() {
	}

	public static void main(String[] arguments) {
		EmbeddedDatabase database = EmbeddedDatabase.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
		Runtime.getRuntime().addShutdownHook(new Thread(database::close));
	}

}
