package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// How a contact's e-mail address changes: by a code sent to the new one. Kept with the contact, so that guesses and
/// codes are counted in the same atomic write, and none of them anew after the wish is withdrawn.
///
/// @param pending the wish that waits for its code
/// @param codes when codes were sent, within the last day
/// @param notices what the old addresses are to be told, for a week
public record EmailChanges(@Nullable EmailChange pending, List<Instant> codes, List<EmailNotice> notices) {

	static final EmailChanges NONE = new EmailChanges(null, List.of(), List.of());

	/// Codes that one contact may have sent within a day, to whatever address.
	static final int CODES_A_DAY = 5;

	static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration NOTICE_KEPT = Duration.ofDays(7);

	private static final int MOST_NOTICES = 10;

	public EmailChanges {
		codes = List.copyOf(codes);
		notices = List.copyOf(notices);
	}

	/// What became of a wish.
	public enum Asked {

		/// A code goes out.
		CODE_SENT,
		/// The same was asked before, and its code still works: none goes out.
		ALREADY_ASKED,
		/// Too many codes were sent today.
		LIMIT,
		/// One was sent just now.
		TOO_SOON,
		/// There is no wish for which to send another code.
		NOTHING_ASKED

	}

	/// What became of a code.
	public enum Entered {

		RIGHT, WRONG, TOO_MANY_TRIES, EXPIRED, CHANGED_ELSEWHERE, NOTHING_ASKED

	}

	/// As answers say it: `code-sent`.
	public static @Nullable String code(@Nullable Enum<?> outcome) {
		return (outcome != null) ? outcome.name().toLowerCase(Locale.ROOT).replace('_', '-') : null;
	}

	/// The contact wants this address.
	Step<Asked> ask(String address, long fieldVersion, EmailAsking asking) {
		EmailChanges now = at(asking.now());
		EmailChange open = now.pending;
		if (open != null && open.address().equals(address) && open.isOpen(asking.now())) {
			return new Step<>(now, Asked.ALREADY_ASKED);
		}
		return (now.codes.size() >= CODES_A_DAY) ? new Step<>(now, Asked.LIMIT)
				: new Step<>(now.sending(EmailChange.asked(asking, address, fieldVersion)), Asked.CODE_SENT);
	}

	/// The contact wants another code for what it asked.
	Step<Asked> askAgain(EmailAsking asking) {
		EmailChanges now = at(asking.now());
		EmailChange open = now.pending;
		if (open == null) {
			return new Step<>(now, Asked.NOTHING_ASKED);
		}
		if (now.codes.size() >= CODES_A_DAY) {
			return new Step<>(now, Asked.LIMIT);
		}
		return open.at().plus(BETWEEN_CODES).isAfter(asking.now()) ? new Step<>(now, Asked.TOO_SOON)
				: new Step<>(now.sending(open.withNewCode(asking)), Asked.CODE_SENT);
	}

	/// The contact enters a code.
	/// @param right whether it is the one that was sent
	/// @param superseded whether another address was set meanwhile
	Step<Entered> enter(boolean right, boolean superseded, Instant instant) {
		EmailChanges now = at(instant);
		EmailChange open = now.pending;
		if (open == null) {
			return new Step<>(now, Entered.NOTHING_ASKED);
		}
		if (!open.isOpen(instant)) {
			return new Step<>(now, (open.triesLeft() == 0) ? Entered.TOO_MANY_TRIES : Entered.EXPIRED);
		}
		if (!right) {
			EmailChange tried = open.withWrongCode();
			return new Step<>(new EmailChanges(tried, now.codes, now.notices),
					(tried.triesLeft() == 0) ? Entered.TOO_MANY_TRIES : Entered.WRONG);
		}
		return new Step<>(now.withdrawn(), superseded ? Entered.CHANGED_ELSEWHERE : Entered.RIGHT);
	}

	EmailChanges withdrawn() {
		return new EmailChanges(null, this.codes, this.notices);
	}

	EmailChanges noting(EmailNotice notice) {
		List<EmailNotice> all = Stream.concat(this.notices.stream(), Stream.of(notice)).toList();
		return new EmailChanges(this.pending, this.codes,
				all.subList(Math.max(0, all.size() - MOST_NOTICES), all.size()));
	}

	/// What the old address is to be told.
	public Optional<EmailNotice> notice(String change, Instant now) {
		return at(now).notices.stream().filter((notice) -> notice.id().equals(change)).findFirst();
	}

	/// The wish as the contact is told of it.
	public Optional<EmailChange> told(Instant now) {
		return Optional.ofNullable(at(now).pending);
	}

	private EmailChanges sending(EmailChange change) {
		return new EmailChanges(change, Stream.concat(this.codes.stream(), Stream.of(change.at())).toList(),
				this.notices);
	}

	/// Without what is over.
	private EmailChanges at(Instant now) {
		EmailChange open = this.pending;
		return new EmailChanges((open != null && open.isForgotten(now)) ? null : open,
				this.codes.stream().filter((sent) -> sent.plus(DAY).isAfter(now)).toList(),
				this.notices.stream().filter((notice) -> notice.at().plus(NOTICE_KEPT).isAfter(now)).toList());
	}

	@Override
	public String toString() {
		return "EmailChanges[" + this.pending + "]";
	}

	/// What is next, and what came of it.
	record Step<R>(EmailChanges next, R outcome) {
	}

}
