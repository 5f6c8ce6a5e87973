package dev.insyn.page.contacts;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What contact-service said to an update.
public sealed interface Outcome {

	/// It is applied.
	///
	/// @param emailChange what became of the wish for another e-mail address
	/// (`code-sent`, `already-asked`, `limit`);
	/// null without one
	record Applied(List<FieldChange> changed, @Nullable String emailChange) implements Outcome {

	}

	/// Fields were changed elsewhere in between; nothing was applied.
	record Conflict(List<Side> sides) implements Outcome {

	}

	/// Values are not taken; nothing was applied.
	record Invalid(List<FieldError> errors) implements Outcome {

	}

	/// It will not be applied, whatever is done.
	///
	/// @param reason a stable code
	record Refused(int status, String reason) implements Outcome {

	}

	/// Nobody knows: contact-service did not answer, or answered that it is in trouble.
	///
	/// @param failing it answered, but with a failure of its own (500), which waiting
	/// alone may not mend
	record Away(boolean failing) implements Outcome {

		Away() {
			this(false);
		}

	}

	/// A field's change, in canonical values.
	record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

		@Override
		public String toString() {
			return "FieldChange[" + this.field + "]";
		}

	}

	/// Both sides of a conflict.
	record Side(String field, long version, @Nullable Object current) {

		@Override
		public String toString() {
			return "Side[" + this.field + "]";
		}

	}

	/// Why a value is not taken, in the codes of field-types.
	record FieldError(String field, String code, @Nullable Map<String, String> args) {

	}

}
