package dev.insyn.contact.segment.upload;

import java.util.Locale;

/// A row of which nothing came.
///
/// @param row as a spreadsheet numbers it
/// @param given what stood there, shortened
public record RefusedRow(long row, Why why, String given) {

	private static final int LONGEST = 200;

	public RefusedRow {
		given = (given.length() > LONGEST) ? given.substring(0, LONGEST) + "…" : given;
	}

	/// Without what stood there, so that no log can name it.
	@Override
	public String toString() {
		return "RefusedRow[" + this.row + ", " + this.why + "]";
	}

	/// Why not.
	public enum Why {

		/// The cell is empty.
		BLANK,

		/// It is no e-mail address, or no id.
		MALFORMED,

		/// An earlier row says the same.
		TWICE,

		/// No contact has it.
		UNKNOWN;

		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
