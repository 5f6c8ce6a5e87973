package dev.insyn.page.console;

import java.util.List;

import dev.insyn.pagekit.console.Field;
import org.jspecify.annotations.Nullable;

/// A field on a page as a row of the editor.
///
/// @param section the heading that begins a new part of the page here
/// @param label what the catalogue calls it
/// @param heading what the page calls it, if otherwise
/// @param lacking what keeps the page from being published; null if nothing does
/// @param wrong what is wrong with the field as such
/// @param toggles yes or no, in the row itself
/// @param settings the rest, folded away
/// @param open whether they are unfolded
/// @param other the part of the page that it is not in
/// @param fresh whether it was just put here
record FieldRow(String key, @Nullable String section, String label, @Nullable String heading, @Nullable String lacking,
		@Nullable String wrong, List<Field> toggles, List<Field> settings, boolean open, String other, boolean fresh) {

	/// A field that could be added.
	record Candidate(String key, String label, String type, boolean lacking) {

	}

}
