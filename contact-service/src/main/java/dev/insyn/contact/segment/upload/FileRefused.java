package dev.insyn.contact.segment.upload;

import java.util.Locale;

/// Nothing can be made of a file.
public final class FileRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final long row;

	FileRefused(Reason reason) {
		this(reason, 0);
	}

	/// @param row where it goes wrong; 0 where that says nothing
	FileRefused(Reason reason, long row) {
		super(reason.code());
		this.reason = reason;
		this.row = row;
	}

	public Reason reason() {
		return this.reason;
	}

	public long row() {
		return this.row;
	}

	/// Why not.
	public enum Reason {

		MISSING, EMPTY, TOO_LARGE, TOO_MANY_ROWS,

		/// It is a spreadsheet program's own format.
		SPREADSHEET,

		/// It is something else altogether.
		NO_TEXT,

		/// A quotation mark is opened and never closed.
		OPEN_QUOTE,

		/// No column holds what contacts are found by.
		NO_COLUMN,

		/// As many files as can be are being read.
		BUSY;

		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
