package dev.insyn.notification.mailing;

/// What has become of a mailing so far.
///
/// @param waiting put off by the mail server, or being handed over at this moment
/// @param opened followed the link, and did no more yet
/// @param silent got it and did nothing yet
record Results(long sent, long waiting, long failed, long leftOut, long opened, long confirmed, long updated,
		long silent) {

	/// All that was looked at so far.
	long seen() {
		return this.sent + this.waiting + this.failed + this.leftOut;
	}

	/// Those who could still be reminded.
	long unanswered() {
		return this.opened + this.silent;
	}

}
