package dev.insyn.notification.mailing;

import java.time.Duration;

/// How many mails a worker hands over between two writes to the database: as many as take a quarter of a second. Fewer, and
/// the database is what limits; more, and more contacts are left in doubt when the process dies.
final class Stride {

	/// Never more, and so no more left in doubt by a worker.
	static final int MOST = 32;

	private static final long LONG = Duration.ofMillis(400).toNanos();

	private static final long SHORT = Duration.ofMillis(120).toNanos();

	private static final int LEAST = 4;

	private int length = 8;

	int length() {
		return this.length;
	}

	void took(long nanoseconds) {
		if (nanoseconds > LONG) {
			this.length = Math.max(LEAST, this.length / 2);
		}
		else if (nanoseconds < SHORT) {
			this.length = Math.min(MOST, this.length * 2);
		}
	}

}
