package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;

/// Notes what became of a mailing's mails, with the events that tell it.
final class Outcomes {

	private final MailingTools tools;

	private final TenantId tenant;

	private final String mailing;

	private volatile boolean somePutOff = true;

	Outcomes(MailingTools tools, Consignment consignment) {
		this.tools = tools;
		this.tenant = consignment.tenant().id();
		this.mailing = consignment.mailing();
	}

	/// Whether some may have to be tried again.
	boolean somePutOff() {
		return this.somePutOff;
	}

	void note(Map<String, Optional<NotDelivered>> outcomes) {
		note(outcomes.keySet(), Recipient.State.GOING,
				(recipient) -> become(recipient, outcomes.getOrDefault(recipient.contact(), Optional.empty())));
	}

	/// Who was left half-way by a run that died may have got the mail.
	void inDoubt(Collection<String> contacts) {
		note(contacts, Recipient.State.GOING, (recipient) -> recipient.failed(Recipient.UNKNOWN_OUTCOME, null, now()));
	}

	/// Nobody works on the mailing: whoever is still being sent to was left so.
	void clearUp() {
		List<Recipient> left = this.tools.recipients().going(this.tenant, this.mailing, ContactsToMail.AT_ONCE);
		while (!left.isEmpty()) {
			inDoubt(left.stream().map(Recipient::contact).toList());
			left = this.tools.recipients().going(this.tenant, this.mailing, ContactsToMail.AT_ONCE);
		}
	}

	/// Those who were put off and may get none now.
	void leftOut(Map<String, Prepared> none) {
		note(none.keySet(), Recipient.State.WAITING, (recipient) -> {
			Prepared why = none.get(recipient.contact());
			return (why != null) ? recipient.leftOut(String.valueOf(why.reason()), why.detail(), now()) : recipient;
		});
	}

	private Recipient become(Recipient recipient, Optional<NotDelivered> failure) {
		Instant now = now();
		if (failure.isEmpty()) {
			return recipient.sent(now);
		}
		NotDelivered why = failure.get();
		if (why.isInDoubt()) {
			return recipient.failed(Recipient.UNKNOWN_OUTCOME, why.words(), now);
		}
		if (why.isPermanent() || this.tools.retries().isTooLate(recipient, now)) {
			return recipient.failed(why.reason(), why.words(), now);
		}
		this.somePutOff = true;
		return recipient.waiting(why.reason(), why.words(), this.tools.retries().next(recipient, now), now);
	}

	private void note(Collection<String> contacts, Recipient.State from, UnaryOperator<Recipient> outcome) {
		change(contacts, (recipient) -> {
			if (recipient.state() != from) {
				return Change.unchanged(recipient);
			}
			Recipient after = outcome.apply(recipient);
			return switch (after.state()) {
				case SENT -> Change.of(after).with(MailingMessaging.sent(this.tenant, after, after.at()));
				case FAILED -> Change.of(after).with(MailingMessaging.failed(this.tenant, after, after.at()));
				default -> Change.of(after);
			};
		});
	}

	/// What became of mails is known here alone until it is written: a database that is
	/// away for a moment is waited for.
	void change(Collection<String> contacts, Function<Recipient, Change<Recipient>> act) {
		if (!contacts.isEmpty()) {
			this.tools.patience()
				.untilWritten(() -> this.tools.recipients().change(this.tenant, this.mailing, contacts, act));
		}
	}

	private Instant now() {
		return this.tools.clock().instant();
	}

}
