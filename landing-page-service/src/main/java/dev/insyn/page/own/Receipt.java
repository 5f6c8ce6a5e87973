package dev.insyn.page.own;

import java.util.List;

import dev.insyn.page.contacts.Outcome;

/// What became of an update, kept a while for the confirmation page.
///
/// @param changes in canonical values
record Receipt(Kind kind, List<Outcome.FieldChange> changes) {

	@Override
	public String toString() {
		return "Receipt[" + this.kind + "]";
	}

	/// What became of it.
	enum Kind {

		UPDATED, CONFIRMED, RECEIVED

	}

}
