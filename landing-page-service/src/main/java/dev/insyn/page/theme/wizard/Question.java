package dev.insyn.page.theme.wizard;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What has to be decided before a theme is saved.
///
/// @param key of its texts: `below-aa`, `unreadable` or `changed`
/// @param lines what is the matter, one by one
/// @param anyway the name of the value that says *save all the same*; null if that can't be
/// @param reload where the saved theme can be seen; null if that is no way out
record Question(String key, List<String> lines, @Nullable String anyway, @Nullable String reload) {

	String text(String part) {
		return "theme.question." + this.key + "." + part;
	}

}
