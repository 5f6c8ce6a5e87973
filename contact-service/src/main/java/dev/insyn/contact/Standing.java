package dev.insyn.contact;

import java.time.Instant;

import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// What a contact's rights forbid to do with its data at present. Nobody asks it before storing what the CRM sends, since
/// storing stays allowed.
///
/// @param objection to marketing (GDPR Art. 21); null while there is none
/// @param restriction of processing (GDPR Art. 18); null while there is none
public record Standing(@Nullable Mark objection, @Nullable Mark restriction) {

	/// Nothing is forbidden.
	public static final Standing FREE = new Standing(null, null);

	public boolean objected() {
		return this.objection != null;
	}

	public boolean restricted() {
		return this.restriction != null;
	}

	/// Who objects again has objected already.
	Standing objecting(Mark mark) {
		return objected() ? this : new Standing(mark, this.restriction);
	}

	Standing withoutObjection() {
		return new Standing(null, this.restriction);
	}

	Standing restricting(Mark mark) {
		return restricted() ? this : new Standing(this.objection, mark);
	}

	Standing withoutRestriction() {
		return new Standing(this.objection, null);
	}

	/// @throws Restricted if the data may only be kept
	void requireEditable() {
		if (restricted()) {
			throw new Restricted();
		}
	}

	/// Since when something is forbidden, and through whom.
	///
	/// @param via how it was said: `unsubscribe`, `console`, or a word of a program
	/// @param actor who wrote it down, as events name it
	/// @param mailing that was unsubscribed from; null if there was none
	public record Mark(Instant at, String via, String actor, @Nullable String mailing) {
	}

	/// The contact's data may only be kept, not edited.
	public static final class Restricted extends Problem {

		private static final long serialVersionUID = 1L;

		Restricted() {
			super(HttpStatus.CONFLICT, "urn:insyn:problem:contact-restricted",
					"Processing of this contact's data is restricted (GDPR Art. 18)");
		}

	}

}
