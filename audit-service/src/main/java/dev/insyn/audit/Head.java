package dev.insyn.audit;

/// How long a chain is known to be, kept beside it so that one that was cut off is found.
///
/// @param hash the MAC of the last record
/// @param since the length at which the head was first written; more than the first records' means that a head was lost
/// @param mac over everything else, by [ChainKey]
record Head(long length, String hash, long since, String mac) {

	/// A crash may come between the first record and its head.
	static final long FIRST_RECORDS = 2;

	static final String ID = "head";

	boolean isOriginal() {
		return this.since <= FIRST_RECORDS;
	}

}
