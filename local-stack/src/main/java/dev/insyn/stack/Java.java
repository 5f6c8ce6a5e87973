package dev.insyn.stack;

import java.nio.file.Path;

/// The Java that runs this program runs the others too.
final class Java {

	private Java() {
	}

	static String executable() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	static String classPath() {
		return System.getProperty("java.class.path");
	}

}
