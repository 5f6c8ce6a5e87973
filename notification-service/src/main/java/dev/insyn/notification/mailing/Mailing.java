package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.Locale;

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

	/// @param next when somebody should look after it: at its time, or when the lease of
	/// who does has ended; null if nobody
	/// @param holder the run that works on it under the lease
	/// @param after how far the audience was gone through
	/// @param listed whether it was gone through to its end
	/// @param trouble why it halted by itself, or waits; a stable code
	record Work(@Nullable Instant next, @Nullable String holder, @Nullable String after, boolean listed,
			@Nullable String trouble) {

		static final Work NONE = new Work(null, null, null, false, null);

		Work looksAgain(@Nullable Instant when, @Nullable String why) {
			return new Work(when, null, this.after, this.listed, why);
		}

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

	/// Whether the run may go on with it.
	boolean isSentBy(String run) {
		return this.status == Status.SENDING && run.equals(this.work.holder());
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

	/// Belongs to a run until the lease ends. A draft is only looked at; anything else is
	/// being sent from now on.
	Mailing taken(String run, Instant until, Instant now) {
		Dates begun = (isDraft() || this.dates.started() != null) ? this.dates
				: new Dates(this.dates.created(), this.dates.at(), now, null);
		return with(isDraft() ? Status.DRAFT : Status.SENDING, begun,
				new Work(until, run, this.work.after(), this.work.listed(), null));
	}

	/// @param reached how far the audience was gone through
	Mailing goneOn(@Nullable String reached, boolean wholly, Instant until) {
		return with(this.status, this.dates, new Work(until, this.work.holder(), reached, wholly, null));
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
				this.work.looksAgain(null, null));
	}

	private Mailing with(Status next, Dates when, Work how) {
		return new Mailing(this.name, this.template, this.kind, this.audience, this.by, this.perSecond, next, when,
				how);
	}

}
