package dev.insyn.contact.segment.console;

import java.util.List;

import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// The form in which a filter is built, as its template takes it.
///
/// @param version of the segment that is edited; null for a new one
record BuilderView(Texts texts, String address, @Nullable String version, Content errors, Content name, Content match,
		List<RowView> rows, Content count) {

	String say(String key, Object... arguments) {
		return this.texts.get(key, arguments);
	}

	/// A condition, or a group of them.
	///
	/// @param path by which the form names it
	/// @param name of it, for who doesn't see where it stands
	/// @param rows of a group
	record RowView(String path, String name, boolean grouped, @Nullable Content match, List<RowView> rows,
			@Nullable Content field, @Nullable Content operator, @Nullable Content value) {
	}

}
