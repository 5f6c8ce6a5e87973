package dev.insyn.page.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What contact-service shows of a contact. Prints no values.
///
/// @param reports answers to the page's reports, in its order; null if none were asked for
/// @param emailChange the e-mail address that the contact asked for and has not proven yet
/// @param standing what its rights forbid; null while they forbid nothing
public record ContactView(String id, long version, String displayName, @Nullable String organisation,
		Map<String, Held> fields, @Nullable List<Report> reports, @Nullable EmailWish emailChange,
		@Nullable Forbidden standing) {

	/// The field that holds the address on file, which only a code changes.
	public static final String EMAIL = "email";

	/// A contact without reports, and with no wish.
	public ContactView(String id, long version, String displayName, Map<String, Held> fields) {
		this(id, version, displayName, null, fields, null, null, null);
	}

	/// Whether its data may only be kept and shown (GDPR Art. 18).
	public boolean restricted() {
		return this.standing != null && this.standing.restrictedAt() != null;
	}

	/// The answer to the page's n-th report; one that can't be had if there is none.
	public Report report(int number) {
		List<Report> answers = this.reports;
		return (answers != null && number < answers.size()) ? answers.get(number) : Report.UNAVAILABLE;
	}

	/// The value of a field, in canonical form; null if there is none.
	public @Nullable Object value(String field) {
		Held held = this.fields.get(field);
		return (held != null) ? held.value() : null;
	}

	/// The version of a field's value; 0 if there is none.
	public long version(String field) {
		Held held = this.fields.get(field);
		return (held != null) ? held.version() : 0;
	}

	@Override
	public String toString() {
		return "ContactView[" + this.id + "]";
	}

	/// Since when something is forbidden.
	public record Forbidden(@Nullable Instant restrictedAt) {
	}

	/// Records.
	///
	/// @param total how many there are, shown or not
	/// @param rows values by column, in canonical form
	/// @param unavailable whether they can't be had just now
	public record Report(int total, List<Map<String, Object>> rows, boolean unavailable) {

		/// Records that can't be had just now.
		public static final Report UNAVAILABLE = new Report(0, List.of(), true);

		@Override
		public String toString() {
			return "Report[" + this.total + "]";
		}

	}

	/// Another e-mail address, waiting for its code.
	///
	/// @param open whether a code can be entered
	public record EmailWish(String address, Instant expires, int triesLeft, boolean open) {

		@Override
		public String toString() {
			return "EmailWish[]";
		}

	}

	/// A value: a string, a list of strings or an address as a map.
	///
	/// @param at when it came to hold; null if nobody said
	/// @param source `crm:webcrm`, `page:P05` or `api:client-id`; null if nobody said
	public record Held(@Nullable Object value, long version, @Nullable Instant at, @Nullable String source) {

		/// A value of no known source.
		public Held(@Nullable Object value, long version) {
			this(value, version, null, null);
		}

		@Override
		public String toString() {
			return "Held[version=" + this.version + "]";
		}

	}

}
