package dev.insyn.audit;

/// The first thing that is wrong with a chain.
///
/// @param firstBad the number of the first record that is not what or where it was
record Finding(long firstBad, Kind kind, String why) {

	/// What was done to the chain.
	enum Kind {

		CHANGED, REMOVED, INSERTED, REORDERED, CUT_OFF, HEAD_LOST

	}

}
