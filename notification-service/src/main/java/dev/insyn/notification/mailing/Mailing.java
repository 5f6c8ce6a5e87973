package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

import dev.insyn.notification.template.MailTemplate;
import org.jspecify.annotations.Nullable;

/// One template on its way to many contacts: planned, sending, over. Who got it stands with each [Recipient].
///
/// @param name for the tenant's users
/// @param template the template's id; what is sent is kept as it was when sending began
/// @param by who sends it: `user:` or `client:` and the id
/// @param perSecond at most so many mails a second; 0 for as many as the mail server takes
record Mailing(String name, String template, MailTemplate.Kind kind, Audience audience, String by, int perSecond,
		Status status, Dates dates, Work work) {

	/// How far it has come.
	enum Status {

		/// Being put together; who would get it is being found out.
		DRAFT,

		/// Begins at its time.
		SCHEDULED,

		/// On its way.
		SENDING,

		/// Halted by somebody, or by something that somebody has to mend; can go on.
		PAUSED,

		/// Everybody was sent to, or could not be.
		SENT,

		/// Stopped for good.
		CANCELLED;

		/// As JSON and texts say it.
		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/// @param at when it is to begin; null for at once, or not known yet
	/// @param ended when it was sent or cancelled
	record Dates(Instant created, @Nullable Instant at, @Nullable Instant started, @Nullable Instant ended) {
	}

	static Mailing draft(String name, String template, MailTemplate.Kind kind, Audience audience, String by,
			int perSecond, Instant now) {
		return new Mailing(name, template, kind, audience, by, perSecond, Status.DRAFT,
				new Dates(now, null, null, null), Work.NONE.looksAgain(now, null));
	}

	boolean isDraft() {
		return this.status == Status.DRAFT;
	}

	boolean isOver() {
		return this.status == Status.SENT || this.status == Status.CANCELLED;
	}

	/// Whether nobody works on it and somebody should.
	boolean isDue(Instant now) {
		return this.work.next() != null && !this.work.next().isAfter(now);
	}

	boolean isSending() {
		return this.status == Status.SENDING;
	}

	/// Whether the run looks through the draft's audience.
	boolean isLookedAtBy(String run) {
		return isDraft() && run.equals(this.work.holder());
	}

	/// Who gets it is to be found out anew.
	Mailing lookedAtAgain(Instant now) {
		return with(this.status, this.dates, this.work.looksAgain(now, null));
	}

	Mailing lookedAt() {
		return with(this.status, this.dates, this.work.looksAgain(null, null));
	}

	/// @param sender from now on
	/// @param at null for at once
	Mailing scheduled(String sender, @Nullable Instant at, Instant now) {
		return new Mailing(this.name, this.template, this.kind, this.audience, sender, this.perSecond, Status.SCHEDULED,
				new Dates(this.dates.created(), at, null, null), Work.NONE.looksAgain((at != null) ? at : now, null));
	}

	Mailing backToDraft(Instant now) {
		return with(Status.DRAFT, new Dates(this.dates.created(), null, null, null), Work.NONE.looksAgain(now, null));
	}

	/// The draft's audience is looked through by one run until the lease ends.
	Mailing lookedAt(String run, Instant until) {
		return with(this.status, this.dates, this.work.heldBy(run, until));
	}

	/// Is sent from now on.
	Mailing begun(Instant now) {
		Dates begun = (this.dates.started() != null) ? this.dates
				: new Dates(this.dates.created(), this.dates.at(), now, null);
		return with(Status.SENDING, begun, this.work.looksAgain(now, null));
	}

	Mailing working(UnaryOperator<Work> change) {
		return with(this.status, this.dates, change.apply(this.work));
	}

	/// Nobody works on it until then; null: until somebody changes it.
	Mailing released(@Nullable Instant until, @Nullable String why) {
		return with(this.status, this.dates, this.work.looksAgain(until, why));
	}

	/// @param why null if somebody wished it
	Mailing paused(@Nullable String why) {
		return with(Status.PAUSED, this.dates, this.work.looksAgain(null, why));
	}

	Mailing resumed(Instant now) {
		return with(Status.SENDING, this.dates, this.work.looksAgain(now, null));
	}

	Mailing ended(Status how, Instant now) {
		return with(how, new Dates(this.dates.created(), this.dates.at(), this.dates.started(), now),
				this.work.looksAgain(null, null).nothingShared());
	}

	private Mailing with(Status next, Dates when, Work how) {
		return new Mailing(this.name, this.template, this.kind, this.audience, this.by, this.perSecond, next, when,
				how);
	}

}
