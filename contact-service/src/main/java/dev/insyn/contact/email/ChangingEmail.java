package dev.insyn.contact.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactEvents;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.EmailChange;
import dev.insyn.contact.EmailChanges;
import dev.insyn.contact.EmailChanges.Entered;
import dev.insyn.contact.FieldChange;
import dev.insyn.contact.OpenContact;
import dev.insyn.contact.Provenance;
import dev.insyn.events.Origin;
import dev.insyn.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// A contact that asked for another e-mail address enters the code that was sent there, wants another one, or leaves it.
@Component
class ChangingEmail {

	/// Within this time the code that was right is right again: clicked twice is one
	/// change.
	private static final Duration DOUBLE_CLICK = Duration.ofMinutes(10);

	private final Contacts contacts;

	private final ContactEvents events;

	private final EmailCodes codes;

	private final Clock clock;

	ChangingEmail(Contacts contacts, ContactEvents events, EmailCodes codes, Clock clock) {
		this.contacts = contacts;
		this.events = events;
		this.codes = codes;
		this.clock = clock;
	}

	Result enter(AtPage caller, ContactId id, String typed) {
		Instant now = this.clock.instant();
		return this.contacts.act(caller.tenant(), id, (open) -> {
			EmailChange pending = open.contact().emailChanges().pending();
			Optional<FieldChange> before = (pending == null) ? doneBefore(caller, open.contact(), typed, now)
					: Optional.empty();
			if (before.isPresent()) {
				return new Contacts.Done<>(open.contact(), List.of(), Result.right(before.get()));
			}
			boolean right = pending != null
					&& this.codes.isRight(caller.tenant(), caller.contact(), pending.id(), typed);
			return entered(caller, open, right, now);
		});
	}

	EmailChanges.Asked askAgain(AtPage caller, ContactId id) {
		return this.contacts.act(caller.tenant(), id, (open) -> {
			Contact.Asking asking = open.contact().askAgain(this.codes.asking(null));
			List<OutgoingEvent> told = (asking.outcome() == EmailChanges.Asked.CODE_SENT)
					? List.of(this.events.emailChangeRequested(open, asking.contact(), caller.actor(), origin(caller)))
					: List.of();
			return new Contacts.Done<>(asking.contact(), told, asking.outcome());
		});
	}

	void withdraw(AtPage caller, ContactId id) {
		this.contacts.act(caller.tenant(), id,
				(open) -> new Contacts.Done<>(open.contact().withdrawEmailChange(), List.of(), id));
	}

	private Contacts.Done<Result> entered(AtPage caller, OpenContact open, boolean right, Instant now) {
		Provenance provenance = new Provenance("page:" + caller.page(), caller.actor().toString(), now);
		Contact.Entering entering = open.contact().enterCode(right, provenance);
		Contact.Changed changed = entering.changed();
		Result result = Result.of(entering);
		if (entering.outcome() != Entered.RIGHT || changed.changes().isEmpty()) {
			return new Contacts.Done<>(changed.contact(), List.of(), result);
		}
		return new Contacts.Done<>(changed.contact(), told(caller, open, changed, now), result);
	}

	/// Where there was no address before, there is none to tell.
	private List<OutgoingEvent> told(AtPage caller, OpenContact open, Contact.Changed changed, Instant now) {
		List<OutgoingEvent> told = new ArrayList<>();
		told.add(this.events.updated(open, changed, caller.actor(), now, origin(caller), null));
		if (changed.changes().getFirst().before() != null) {
			told.add(this.events.emailChanged(open, changed.contact(), caller.actor(), origin(caller)));
		}
		return told;
	}

	private Optional<FieldChange> doneBefore(AtPage caller, Contact contact, String typed, Instant now) {
		return contact.emailChanges()
			.notices()
			.stream()
			.filter((notice) -> notice.at().plus(DOUBLE_CLICK).isAfter(now))
			.filter((notice) -> this.codes.isRight(caller.tenant(), caller.contact(), notice.id(), typed))
			.findFirst()
			.map((notice) -> new FieldChange(Contact.EMAIL, notice.before(), contact.value(Contact.EMAIL)));
	}

	private static Origin origin(AtPage caller) {
		return new Origin(Origin.PAGE, caller.page(), null, caller.link(), null);
	}

	/// What became of a code.
	///
	/// @param change where it was right: the address before and after
	/// @param triesLeft how many wrong ones may still be entered
	record Result(Entered outcome, @Nullable FieldChange change, int triesLeft) {

		static Result of(Contact.Entering entering) {
			Contact.Changed changed = entering.changed();
			EmailChange pending = changed.contact().emailChanges().pending();
			Object now = changed.contact().value(Contact.EMAIL);
			FieldChange change = changed.changes()
				.stream()
				.findFirst()
				.orElse((entering.outcome() == Entered.RIGHT) ? new FieldChange(Contact.EMAIL, now, now) : null);
			return new Result(entering.outcome(), change, (pending != null) ? pending.triesLeft() : 0);
		}

		static Result right(FieldChange change) {
			return new Result(Entered.RIGHT, change, 0);
		}

	}

}
