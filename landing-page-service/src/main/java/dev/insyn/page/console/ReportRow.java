package dev.insyn.page.console;

import java.util.List;

import dev.insyn.pagekit.console.Field;
import org.jspecify.annotations.Nullable;

/// A report as a row of the editor.
///
/// @param lacking what keeps the page from being published; null if nothing does
/// @param moved where it was just moved, `up` or `down`; else empty
/// @param fresh whether it was just added
record ReportRow(String id, String type, String label, String inWords, @Nullable String lacking, @Nullable String wrong,
		List<Field> settings, boolean open, String moved, boolean fresh) {

	/// Whoever moves a report moves it again: the button that was pressed keeps the
	/// focus.
	boolean justMoved(String direction) {
		return this.moved.equals(direction);
	}

}
