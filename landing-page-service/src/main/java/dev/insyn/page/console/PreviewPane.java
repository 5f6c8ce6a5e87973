package dev.insyn.page.console;

import java.util.List;

import dev.insyn.pagekit.Texts;
import org.jspecify.annotations.Nullable;

/// The living page beside its settings.
///
/// @param address of the preview
/// @param languages of the page
/// @param search where a contact is looked for
/// @param chosen whether a contact's data is shown
/// @param sample where invented data is shown again
/// @param part the part of the page that the settings beside it are about; null: all of it
record PreviewPane(Texts texts, String address, List<String> languages, String search, boolean chosen, String sample,
		@Nullable String part) {

	/// Of a page's draft, beside one of its tabs.
	/// @param contact whose data is shown; null for invented data
	static PreviewPane of(Texts texts, String page, String tab, List<String> languages, @Nullable String contact) {
		boolean chosen = contact != null && contact.matches("[a-z0-9-]{1,64}");
		String address = PageScreens.address(page);
		return new PreviewPane(texts, address + "/preview?tab=" + tab + (chosen ? "&contact=" + contact : ""),
				languages, address + "/preview/contacts?tab=" + tab, chosen, address + "/" + tab, null);
	}

	/// Begins where the tab's part of the page is.
	/// @param added the row that was just added there; empty for none
	PreviewPane at(String tab, String added) {
		String place = switch (tab) {
			case "reports" -> "report-" + (added.matches("\\d{1,3}") ? Integer.parseInt(added) + 1 : 1);
			case "fields" -> added.isEmpty() ? null : "f-" + added;
			default -> null;
		};
		return new PreviewPane(this.texts, this.address, this.languages, this.search, this.chosen, this.sample, place);
	}

}
