package dev.insyn.contact.segment;

import java.util.List;

/// A list of contacts written down once and never changed: a new list takes the place of an old one in one write.
///
/// @param generation tells it from the lists that were before it
/// @param firsts the first id of each of its sheets, in order
public record Roll(String generation, List<String> firsts, long count) {

	/// Nobody.
	static final Roll EMPTY = new Roll("", List.of(), 0);

	public Roll {
		firsts = List.copyOf(firsts);
	}

	/// The sheet on which the ids after this one begin.
	int sheetAfter(String after) {
		int sheet = 0;
		while (sheet + 1 < this.firsts.size() && this.firsts.get(sheet + 1).compareTo(after) <= 0) {
			sheet++;
		}
		return sheet;
	}

}
