package dev.insyn.contact.records;

/// A value of a record that its column doesn't take, or a column that the type doesn't have: which and why, never what.
///
/// @param code of field-types, or `unknown-column`
record RefusedCell(String record, String column, String code) {

	static final String UNKNOWN_COLUMN = "unknown-column";

}
