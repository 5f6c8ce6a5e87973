package dev.insyn.page.contacts;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A contact's submit of a page, as contact-service takes it. Prints no values.
///
/// @param shown versions of the fields that the contact saw, 0 for no value
/// @param changes new values in canonical form, null for a field that was cleared
/// @param hidden values of the page's hidden fields
/// @param link null from the portal
/// @param language in which the contact reads
public record PageUpdate(String page, int pageVersion, @Nullable String link, Instant submittedAt,
		Map<String, Long> shown,
		@JsonInclude(value = JsonInclude.Include.ALWAYS,
				content = JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> changes,
		Map<String, String> hidden, @Nullable String logNote, String language) {

	@Override
	public String toString() {
		return "PageUpdate[" + this.page + " " + this.changes.keySet() + "]";
	}

}
