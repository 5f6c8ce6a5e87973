package dev.insyn.contact;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Writes down what a contact's rights forbid, and that they forbid it no longer. What is so already is not told again.
@Component
public class ChangingStanding {

	/// A user wrote it down.
	public static final String CONSOLE = "console";

	private final Contacts contacts;

	private final ContactEvents events;

	private final Suppressions suppressions;

	private final Clock clock;

	ChangingStanding(Contacts contacts, ContactEvents events, Suppressions suppressions, Clock clock) {
		this.contacts = contacts;
		this.events = events;
		this.suppressions = suppressions;
		this.clock = clock;
	}

	/// No more marketing (GDPR Art. 21). Who was deleted after the mail went out may say
	/// so too: it holds when the CRM brings it back.
	/// @param via how it was said
	/// @param mailing that was unsubscribed from
	/// @throws NoSuchContact if the tenant never had one with this id
	public void object(TenantId tenant, ContactId id, String via, @Nullable String mailing, Actor by) {
		if (this.contacts.isDeleted(tenant, id)) {
			this.suppressions.keep(tenant, id, this.clock.instant());
			return;
		}
		change(tenant, id, (contact) -> {
			Standing.Mark mark = new Standing.Mark(this.clock.instant(), via, by.toString(), mailing);
			return new Step(contact.standing().objecting(mark),
					this.events.marketingObjected(tenant, contact, by, mark));
		});
	}

	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public void liftObjection(TenantId tenant, ContactId id, Actor by) {
		this.suppressions.forget(tenant, this.contacts.get(tenant, id).contact());
		change(tenant, id, (contact) -> new Step(contact.standing().withoutObjection(),
				this.events.marketingObjectionLifted(tenant, contact, by, this.clock.instant())));
	}

	/// The data is only kept from now on (GDPR Art. 18).
	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public void restrict(TenantId tenant, ContactId id, String via, Actor by) {
		change(tenant, id, (contact) -> {
			Standing.Mark mark = new Standing.Mark(this.clock.instant(), via, by.toString(), null);
			return new Step(contact.standing().restricting(mark),
					this.events.restricted(tenant, contact, by, mark.at()));
		});
	}

	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public void liftRestriction(TenantId tenant, ContactId id, Actor by) {
		change(tenant, id, (contact) -> new Step(contact.standing().withoutRestriction(),
				this.events.restrictionLifted(tenant, contact, by, this.clock.instant())));
	}

	private void change(TenantId tenant, ContactId id, Function<Contact, Step> act) {
		this.contacts.act(tenant, id, (open) -> {
			Contact contact = open.contact();
			Step step = act.apply(contact);
			return step.next().equals(contact.standing()) ? new Contacts.Done<>(contact, List.of(), false)
					: new Contacts.Done<>(contact.with(step.next()), List.of(step.told()), true);
		});
	}

	/// What holds next, and what is told if that is something else.
	private record Step(Standing next, OutgoingEvent told) {
	}

}
