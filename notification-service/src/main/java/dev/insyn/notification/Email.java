package dev.insyn.notification;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One mail to one recipient: queued, then sent or failed. It holds neither address nor name nor text; these are looked
/// up when it is sent, so that nothing personal waits in the queue and a user taken off the page's rules gets no more.
///
/// @param recipient stands for an address in the page's rules, or is the id of the address change that a contact is told of
/// @param attempts how often sending was begun
/// @param nextAttempt when it may be tried; while an instance sends it, when another may take it over; null once ended, so
/// that the index over it holds nothing but the queue
/// @param reason why the last attempt, or the mail, failed; a stable code
/// @param endedAt when it was sent or failed
record Email(EmailKind kind, PageUse use, String recipient, Instant queuedAt, Status status, int attempts,
		@Nullable Instant nextAttempt, @Nullable String reason, @Nullable Instant endedAt) {

	@SuppressWarnings("ConstantValue") // what was queued when there was one kind says
										// none
	Email {
		kind = (kind != null) ? kind : EmailKind.PAGE_USED;
	}

	/// How far it has come.
	enum Status {

		QUEUED, SENT, FAILED

	}

	static Email queued(EmailKind kind, PageUse use, String recipient, Instant now) {
		return new Email(kind, use, recipient, now, Status.QUEUED, 0, now, null, null);
	}

	/// Whether it is about a contact; what is mailed to users about their own work isn't,
	/// and is no fact for others.
	boolean aboutContact() {
		return this.kind != EmailKind.ACTIVITY_DIGEST;
	}

	boolean waiting() {
		return this.status == Status.QUEUED;
	}

	boolean due(Instant now) {
		return this.nextAttempt != null && !this.nextAttempt.isAfter(now);
	}

	/// Begins an attempt: until the lease ends nobody else takes it.
	Email taken(Instant now, Duration lease) {
		return new Email(this.kind, this.use, this.recipient, this.queuedAt, this.status, this.attempts + 1,
				now.plus(lease), this.reason, null);
	}

	Email postponed(Instant until, String why) {
		return new Email(this.kind, this.use, this.recipient, this.queuedAt, this.status, this.attempts, until, why,
				null);
	}

	Email sent(Instant now) {
		return ended(Status.SENT, null, now);
	}

	Email failed(String why, Instant now) {
		return ended(Status.FAILED, why, now);
	}

	private Email ended(Status status, @Nullable String why, Instant now) {
		return new Email(this.kind, this.use, this.recipient, this.queuedAt, status, this.attempts, null, why, now);
	}

}
