package dev.insyn.contact.update;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a page sends when its contact submits it.
///
/// @param page the page's number, such as `P05`
/// @param link the id of the link that the contact came by
/// @param shown field versions that the contact saw; 0 or absent: no value
/// @param changes new values of what the contact changed, null to clear
/// @param hidden values of the page's hidden fields
/// @param logNote the page's fixed note for the CRM's log
/// @param language in which the contact read the page
/// @param sealed instead of all the rest: a JWE to the service's public key, with an update in it
/// @param follows beside `sealed`: the idempotency keys of the contact's updates that waited before this one, and which
/// it therefore could not see
record SubmittedUpdate(@Nullable String page, @Nullable Integer pageVersion, @Nullable String link,
		@Nullable Instant submittedAt, @Nullable Map<String, Long> shown, @Nullable Map<String, Object> changes,
		@Nullable Map<String, Object> hidden, @Nullable String logNote, @Nullable String language,
		@Nullable String sealed, @Nullable List<String> follows) {

	SubmittedUpdate {
		shown = (shown != null) ? new LinkedHashMap<>(shown) : Map.of();
		changes = (changes != null) ? new LinkedHashMap<>(changes) : Map.of();
		hidden = (hidden != null) ? new LinkedHashMap<>(hidden) : Map.of();
		follows = (follows != null) ? List.copyOf(follows) : List.of();
	}

	@Override
	public String toString() {
		return "SubmittedUpdate[" + this.page + "]";
	}

}
