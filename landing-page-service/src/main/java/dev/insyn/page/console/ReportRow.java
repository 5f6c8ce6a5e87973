package dev.insyn.page.console;

import java.util.List;

import dev.insyn.pagekit.console.Field;
import org.jspecify.annotations.Nullable;

/// A report as a row of the editor.
///
/// @param lacking what keeps the page from being published; null if nothing does
record ReportRow(String id, String type, String label, String inWords, @Nullable String lacking, @Nullable String wrong,
		List<Field> settings, boolean open) {

}
