package dev.insyn.page.own;

/// Both sides of a conflict, for the contact to choose.
///
/// @param current what stands at the tenant now, as text; empty if there is no value
/// @param chosen `current`, `mine` or nothing yet
record ConflictChoice(String field, String current, String chosen) {

	static String id(String field) {
		return "c-" + field;
	}

	String id() {
		return id(this.field);
	}

	String name() {
		return Submission.CHOOSE + this.field;
	}

}
