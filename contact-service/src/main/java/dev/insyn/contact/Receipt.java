package dev.insyn.contact;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What an update was answered, kept sealed so that a repeat gets the same answer.
///
/// @param outcome [#UPDATED] or [#CONFIRMED]
/// @param fingerprint of what was asked, so that another wish under the same key is noticed
/// @param emailChange what became of the wish for another e-mail address; null without one
public record Receipt(String outcome, long version, List<FieldChange> changed, String fingerprint,
		EmailChanges.@Nullable Asked emailChange) {

	public static final String UPDATED = "updated";

	public static final String CONFIRMED = "confirmed";

	/// What its seal is bound to.
	static final String PURPOSE = "receipt";

	private static final String FORGOTTEN = "";

	/// The answer to a repeat that comes so late that the first answer is no longer kept.
	static Receipt forgotten(long version) {
		return new Receipt(UPDATED, version, List.of(), FORGOTTEN, null);
	}

	/// Whether it was given for what is asked now.
	public boolean isFor(String asked) {
		return this.fingerprint.equals(asked) || this.fingerprint.equals(FORGOTTEN);
	}

	@Override
	public String toString() {
		return "Receipt[" + this.outcome + ", version=" + this.version + "]";
	}

}
