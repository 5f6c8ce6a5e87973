package dev.insyn.token.console;

import dev.insyn.pagekit.Texts;
import dev.insyn.platform.security.RequiredLevel;

/// Permission levels in words.
final class Levels {

	private Levels() {
	}

	static String inWords(Texts texts, int level) {
		return level + " – " + texts.get("level." + word(level));
	}

	private static String word(int level) {
		if (level >= RequiredLevel.CONFIGURES) {
			return "configures";
		}
		return (level >= RequiredLevel.SENDS) ? "sends" : (level >= RequiredLevel.READS) ? "reads" : "none";
	}

}
