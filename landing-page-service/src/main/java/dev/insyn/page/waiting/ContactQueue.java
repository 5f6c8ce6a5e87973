package dev.insyn.page.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The updates of one contact that wait for contact-service, oldest first, so that they arrive in the order in which they
/// were made; and those that it refused in the end, until the contact has been told.
///
/// @param due when to try next; null if nothing waits
/// @param leasedUntil until when one deliverer works on it alone
/// @param idleSince since when nothing waits and nothing is to be told
/// @param failingSince since when contact-service has answered the first one with nothing but its own failure
record ContactQueue(List<WaitingUpdate> waiting, List<Undelivered> undelivered, int attempts, @Nullable Instant due,
		@Nullable Instant leasedUntil, @Nullable Instant idleSince, @Nullable Instant failingSince) {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	static ContactQueue empty() {
		return new ContactQueue(List.of(), List.of(), 0, null, null, null, null);
	}

	/// With one more at the end; the same update, sent again, does not wait twice.
	ContactQueue add(WaitingUpdate update, Instant now) {
		if (this.waiting.stream().anyMatch((other) -> other.key().equals(update.key()))) {
			return this;
		}
		WaitingUpdate placed = this.waiting.isEmpty() ? update : update.behind(this.waiting.getLast());
		return new ContactQueue(Stream.concat(this.waiting.stream(), Stream.of(placed)).toList(), this.undelivered,
				this.attempts, (this.due != null) ? this.due : now, this.leasedUntil, null, this.failingSince);
	}

	boolean isFree(Instant now) {
		return this.due != null && !this.due.isAfter(now)
				&& (this.leasedUntil == null || this.leasedUntil.isBefore(now));
	}

	ContactQueue lease(Instant until) {
		return new ContactQueue(this.waiting, this.undelivered, this.attempts, this.due, until, this.idleSince,
				this.failingSince);
	}

	Optional<WaitingUpdate> first() {
		return this.waiting.stream().findFirst();
	}

	/// Without an update that was applied.
	ContactQueue delivered(String key, Instant now) {
		return settle(without(key), this.undelivered, now);
	}

	/// Without an update that was refused for good; the contact is told at the next
	/// visit.
	ContactQueue refused(WaitingUpdate update, String reason, Instant now) {
		Undelivered told = new Undelivered(update.page(), update.receivedAt(), reason, update.fields());
		return settle(without(update.key()), Stream.concat(this.undelivered.stream(), Stream.of(told)).toList(), now);
	}

	/// Tried without an answer: free again, and due after a pause that doubles up to a
	/// minute.
	ContactQueue postponed(Instant now) {
		return postponed(now, null);
	}

	/// Tried, and answered with a failure: also free and due again, and counted from the
	/// first such answer.
	ContactQueue failed(Instant now) {
		return postponed(now, (this.failingSince != null) ? this.failingSince : now);
	}

	/// Whether the first update has been answered with nothing but failures for so long.
	boolean hasFailedFor(Duration limit, Instant now) {
		return this.failingSince != null && !this.failingSince.plus(limit).isAfter(now);
	}

	private ContactQueue postponed(Instant now, @Nullable Instant failing) {
		Duration pause = Duration.ofMillis(500L << Math.min(this.attempts, 7));
		Instant next = now.plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE);
		return new ContactQueue(this.waiting, this.undelivered, this.attempts + 1, next, null, this.idleSince, failing);
	}

	ContactQueue free() {
		return new ContactQueue(this.waiting, this.undelivered, this.attempts, this.due, null, this.idleSince,
				this.failingSince);
	}

	/// Without the refusals of a page that the contact has been told about.
	ContactQueue told(String page, Instant now) {
		return settle(this.waiting,
				this.undelivered.stream().filter((refusal) -> !refusal.page().equals(page)).toList(), now);
	}

	private ContactQueue settle(List<WaitingUpdate> stillWaiting, List<Undelivered> stillToTell, Instant now) {
		boolean idle = stillWaiting.isEmpty() && stillToTell.isEmpty();
		return new ContactQueue(stillWaiting, stillToTell, 0, stillWaiting.isEmpty() ? null : now, this.leasedUntil,
				idle ? now : null, null);
	}

	private List<WaitingUpdate> without(String key) {
		return this.waiting.stream().filter((update) -> !update.key().equals(key)).toList();
	}

}
