package dev.insyn.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A service's jar, taken apart in a folder of its own, with the JVM's cache of its loaded and linked classes.
record Application(Path applications, String name) {

	Path home() {
		return this.applications.resolve(this.name);
	}

	Path jar() {
		return home().resolve(this.name + ".jar");
	}

	Path cache() {
		return home().resolve("app.aot");
	}

	boolean exists() {
		return Files.exists(jar());
	}

	boolean isTrained() {
		return Files.exists(cache());
	}

	List<String> command(List<String> jvm, List<String> more) {
		List<String> command = new ArrayList<>(List.of(Java.executable()));
		command.addAll(jvm);
		command.addAll(more);
		command.addAll(List.of("-jar", jar().toString()));
		return command;
	}

}
