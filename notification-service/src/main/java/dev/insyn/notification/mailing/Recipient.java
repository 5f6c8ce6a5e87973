package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// One contact in one mailing, once: its document's id is made of both, so that there is no second. Holds neither address
/// nor words; these are asked for when it is its turn.
///
/// @param mail the mail's id, the same at each attempt
/// @param place `mailing:contact`, to go through a mailing's in order
/// @param standing `mailing:state`, to find and count those of a state
/// @param answering `mailing:answer`, of those who may answer
/// @param pages that the mail links to
/// @param run the [Share] in whose turn it was begun
/// @param attempts how often sending was begun
/// @param next when it may be tried again; null unless it waits for that
/// @param reason why it failed, waits or was left out; a stable code
/// @param words what the mail server said, without addresses; or which fields lack a value
/// @param first when it was its turn first
/// @param at when the state began
/// @param answeredAt when the answer came
record Recipient(String mailing, String contact, String mail, String place, String standing, @Nullable String answering,
		State state, Answer answer, List<String> pages, @Nullable String run, int attempts, @Nullable Instant next,
		@Nullable String reason, @Nullable String words, Instant first, Instant at, @Nullable Instant answeredAt) {

	/// The process died, or the connection broke, when the mail server may have had the
	/// mail already.
	static final String UNKNOWN_OUTCOME = "outcome-unknown";

	/// Where it stands.
	enum State {

		/// Handed over at this moment, or left so by a process that died.
		GOING,

		/// The mail server has it.
		SENT,

		/// Put off by the mail server; tried again.
		WAITING,

		/// Not delivered, for good.
		FAILED,

		/// Got none, because it may not or can't.
		LEFT_OUT;

		/// As JSON and texts say it.
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/// What the contact did, the later the more.
	enum Answer {

		/// Nothing yet.
		NONE,

		/// Opened a link.
		OPENED,

		/// Said that its data is right.
		CONFIRMED,

		/// Changed its data.
		UPDATED;

		/// As JSON and texts say it.
		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		boolean isAnswer() {
			return this == CONFIRMED || this == UPDATED;
		}

	}

	static String id(String mailing, String contact) {
		return mailing + "." + contact;
	}

	static Recipient going(String mailing, String contact, List<String> pages, String run, Instant now) {
		return of(mailing, contact, State.GOING, Answer.NONE, pages, run, 1, null, null, null, now, now, null);
	}

	static Recipient leftOut(String mailing, String contact, String reason, @Nullable String words, Instant now) {
		return of(mailing, contact, State.LEFT_OUT, Answer.NONE, List.of(), null, 0, null, reason, words, now, now,
				null);
	}

	/// Whether it was put off and may be tried again.
	boolean isDue(Instant now) {
		return this.state == State.WAITING && (this.next == null || !this.next.isAfter(now));
	}

	/// Whether a report that the mail came back can be true.
	boolean canBounce() {
		boolean perhaps = this.state == State.FAILED && UNKNOWN_OUTCOME.equals(this.reason);
		return (this.state == State.SENT || perhaps) && this.answer == Answer.NONE;
	}

	Recipient again(String newRun, Instant now) {
		return of(this.mailing, this.contact, State.GOING, this.answer, this.pages, newRun, this.attempts + 1, null,
				null, null, this.first, now, this.answeredAt);
	}

	Recipient sent(Instant now) {
		return to(State.SENT, null, null, null, now);
	}

	Recipient waiting(String why, @Nullable String said, Instant until, Instant now) {
		return to(State.WAITING, until, why, said, now);
	}

	Recipient failed(String why, @Nullable String said, Instant now) {
		return to(State.FAILED, null, why, said, now);
	}

	Recipient leftOut(String why, @Nullable String said, Instant now) {
		return to(State.LEFT_OUT, null, why, said, now);
	}

	/// Who answers has got the mail, whatever the mail server said.
	Recipient answered(Answer with, Instant when) {
		boolean got = this.state == State.FAILED && UNKNOWN_OUTCOME.equals(this.reason);
		return of(this.mailing, this.contact, got ? State.SENT : this.state, with, this.pages, this.run, this.attempts,
				this.next, got ? null : this.reason, got ? null : this.words, this.first, this.at, when);
	}

	private Recipient to(State next, @Nullable Instant retry, @Nullable String why, @Nullable String said,
			Instant now) {
		return of(this.mailing, this.contact, next, this.answer, this.pages, this.run, this.attempts, retry, why, said,
				this.first, now, this.answeredAt);
	}

	private static Recipient of(String mailing, String contact, State state, Answer answer, List<String> pages,
			@Nullable String run, int attempts, @Nullable Instant next, @Nullable String reason, @Nullable String words,
			Instant first, Instant at, @Nullable Instant answeredAt) {
		return new Recipient(mailing, contact, HandingOver.messageId(mailing, contact), mailing + ":" + contact,
				mailing + ":" + state.code(), (state == State.SENT) ? mailing + ":" + answer.code() : null, state,
				answer, pages, run, attempts, next, reason, words, first, at, answeredAt);
	}

}
