package dev.insyn.page.theme.wizard;

import java.util.List;

import dev.insyn.pagekit.Texts;

/// The themes of a tenant.
record ListView(Texts texts, List<Card> cards) {

	/// A theme with a small page that wears it.
	///
	/// @param worn how many pages wear it, in words
	/// @param weak how many pairs are below AA, in words; empty if none
	record Card(String id, String name, boolean standard, String worn, String weak) {

		String address() {
			return "/admin/themes/" + this.id;
		}

	}

}
