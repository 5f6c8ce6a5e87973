package dev.insyn.page.own;

import java.util.List;

import dev.insyn.pagekit.FormField;
import org.jspecify.annotations.Nullable;

/// A part of the form under its own heading, or the first part without one.
record FormPart(String heading, List<Item> items) {

	/// An input, or a value that can only be read.
	///
	/// @param marker a name that says that the form has this field, for check boxes,
	/// which send nothing when none is
	/// checked; null where not needed
	record Item(@Nullable FormField input, @Nullable Fact fact, @Nullable String marker) {

	}

}
