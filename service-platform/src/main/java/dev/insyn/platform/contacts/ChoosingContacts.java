package dev.insyn.platform.contacts;

import java.util.function.Function;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Chooser;
import org.jspecify.annotations.Nullable;

/// The screen's part on which one contact is chosen, the same wherever one is.
public class ChoosingContacts {

	private final ContactSearch search;

	public ChoosingContacts(ContactSearch search) {
		this.search = search;
	}

	/// @param address that draws the same screen for what was typed
	/// @param words what was typed; null where nothing was asked yet
	/// @param chosen the address to which a contact's id leads
	public Chooser chooser(Texts texts, String address, @Nullable String words, Function<String, String> chosen) {
		String typed = (words != null) ? words : "";
		ContactSearch.Found found = this.search.find(typed);
		String note = found.away() ? "away" : typed.isBlank() ? "unasked" : "nobody";
		return new Chooser(address, texts.get("console.chooser.label"), typed,
				found.contacts()
					.stream()
					.map((contact) -> Chooser.Found.of(chosen.apply(contact.id()), contact.displayName(),
							contact.email(), contact.organisationName()))
					.toList(),
				texts.get("console.chooser." + note));
	}

}
