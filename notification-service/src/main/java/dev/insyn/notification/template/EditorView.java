package dev.insyn.notification.template;

import java.util.List;

import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A template as it is edited: its words on the left, the mail on the right.
///
/// @param address of the template
/// @param notes what is to be said above
/// @param languages that the preview offers
/// @param contact whose mail is shown; null for an invented one
public record EditorView(Texts texts, String address, long version, boolean writable, Content notes, Content inputs,
		List<MergeGroup> merge, List<String> languages, @Nullable String contact, String contactName) {

	/// Where the form goes; whose mail is shown stays so.
	public String save() {
		return this.address + ((this.contact != null) ? "?contact=" + this.contact : "");
	}

	/// Where the mail is drawn.
	public String preview() {
		return this.address + "/preview?contact=" + ((this.contact != null) ? this.contact : "");
	}

}
