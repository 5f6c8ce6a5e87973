package dev.insyn.page.editing;

import java.util.List;
import java.util.Locale;

import dev.insyn.page.pages.LandingPage;
import dev.insyn.page.pages.PageState;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

/// Narrows a tenant's pages down.
///
/// @param query words in the number, a name or the description
/// @param field a catalogue field that stands on the draft or on what contacts see
/// @param recordType a record type in a report
public record PageSearch(String query, @Nullable PageState state, @Nullable String field, @Nullable String recordType) {

	public List<Stored<LandingPage>> in(List<Stored<LandingPage>> pages) {
		List<String> words = List.of(this.query.strip().toLowerCase(Locale.ROOT).split("\\s+"));
		return pages.stream()
			.filter((page) -> this.state == null || page.state().state() == this.state)
			.filter((page) -> this.field == null || page.state().uses(this.field))
			.filter((page) -> this.recordType == null || page.state().shows(this.recordType))
			.filter((page) -> this.query.isBlank() || words.stream().allMatch(text(page)::contains))
			.toList();
	}

	private static String text(Stored<LandingPage> page) {
		return (page.id() + " " + String.join(" ", page.state().card().name().byLanguage().values()) + " "
				+ page.state().card().description())
			.toLowerCase(Locale.ROOT);
	}

}
