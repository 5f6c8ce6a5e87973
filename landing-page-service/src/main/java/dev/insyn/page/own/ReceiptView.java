package dev.insyn.page.own;

import java.util.List;

import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;

/// Everything that the template of the confirmation needs.
///
/// @param next what happens now
record ReceiptView(Texts texts, Notice notice, String changesHeading, List<Line> changes, List<String> next,
		String back) {

	/// What changed of a field, as text; empty for no value.
	record Line(String heading, String before, String after) {

	}

}
