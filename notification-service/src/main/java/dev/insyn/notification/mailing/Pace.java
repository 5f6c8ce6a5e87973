package dev.insyn.notification.mailing;

import java.util.HashMap;
import java.util.Map;

/// When the next mail may go: so many a second of a mailing, and so many a second to a receiving domain.
final class Pace {

	private static final long SECOND = 1_000_000_000L;

	private static final int REMEMBERED = 10_000;

	private final long between;

	private final long betweenOfDomain;

	private final Map<String, Long> nextOfDomain = new HashMap<>();

	private long next;

	/// @param perSecond and perDomain 0 for no limit
	Pace(int perSecond, int perDomain) {
		this.between = (perSecond > 0) ? SECOND / perSecond : 0;
		this.betweenOfDomain = (perDomain > 0) ? SECOND / perDomain : 0;
	}

	/// How long a mail to the domain has to wait.
	/// @param now by [System#nanoTime]
	/// @return nanoseconds; 0 if it may go
	long wait(String domain, long now) {
		long ofDomain = this.nextOfDomain.getOrDefault(domain, now);
		return Math.max(0, Math.max((this.between > 0 && this.next != 0) ? this.next - now : 0, ofDomain - now));
	}

	/// A mail to the domain goes now.
	void goes(String domain, long now) {
		this.next = now + this.between;
		if (this.betweenOfDomain > 0) {
			if (this.nextOfDomain.size() > REMEMBERED) {
				this.nextOfDomain.values().removeIf((when) -> when < now);
			}
			this.nextOfDomain.put(domain, now + this.betweenOfDomain);
		}
	}

	/// How many mails may go within a second at most, if that is limited.
	int perSecond() {
		return (this.between > 0) ? (int) Math.max(1, SECOND / this.between) : Integer.MAX_VALUE;
	}

}
