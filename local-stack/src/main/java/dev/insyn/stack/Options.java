package dev.insyn.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import dev.insyn.stack.process.StartFailed;

/// What the caller of `./run` asked for.
///
/// @param dir what is kept between starts: data, secrets, logs
/// @param applications the extracted services, one folder each
/// @param jars the services as they were built
/// @param contacts demo contacts per tenant
/// @param freePorts whatever ports are free instead of the well-known ones
/// @param buildOnly prepare the services and start nothing
record Options(Path dir, Path applications, List<Path> jars, boolean fresh, int contacts, boolean freePorts,
		boolean buildOnly) {

	static final int LINKS_PER_TENANT = 80;

	Options {
		if (contacts < LINKS_PER_TENANT) {
			throw new StartFailed("--contacts must be at least " + LINKS_PER_TENANT);
		}
	}

	static Options of(List<String> arguments) {
		Map<String, String> given = new HashMap<>(
				Map.of("--contacts", "200", "--ports", "default", "--dir", ".insyn", "--apps", ".insyn/apps"));
		boolean fresh = false;
		boolean buildOnly = false;
		List<Path> jars = new ArrayList<>();
		for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
			String word = words.next();
			if (word.equals("--fresh")) {
				fresh = true;
			}
			else if (word.equals("--build-only")) {
				buildOnly = true;
			}
			else if (word.equals("--jar") && words.hasNext()) {
				jars.add(Path.of(words.next()));
			}
			else if (given.containsKey(word) && words.hasNext()) {
				given.put(word, words.next());
			}
			else {
				throw new StartFailed("I don't know " + word);
			}
		}
		return new Options(path(given, "--dir"), path(given, "--apps"), List.copyOf(jars), fresh,
				number(given.getOrDefault("--contacts", "")), freePorts(given.getOrDefault("--ports", "")), buildOnly);
	}

	private static Path path(Map<String, String> given, String option) {
		return Path.of(given.getOrDefault(option, "")).toAbsolutePath().normalize();
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new StartFailed("--contacts takes a number, not " + text);
		}
	}

	private static boolean freePorts(String text) {
		return switch (text) {
			case "auto" -> true;
			case "default" -> false;
			default -> throw new StartFailed("--ports takes auto or default, not " + text);
		};
	}

}
