package dev.insyn.contact;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.events.ContactDataConfirmed;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactDeleted;
import dev.insyn.events.ContactEmailChangeRequested;
import dev.insyn.events.ContactEmailChanged;
import dev.insyn.events.ContactKeyHandedOut;
import dev.insyn.events.ContactMarketingObjected;
import dev.insyn.events.ContactMarketingObjectionLifted;
import dev.insyn.events.ContactRegistered;
import dev.insyn.events.ContactRestricted;
import dev.insyn.events.ContactRestrictionLifted;
import dev.insyn.events.ContactViewed;
import dev.insyn.events.Origin;
import dev.insyn.events.Topics;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Tells others what happened to contacts; every value only sealed by the contact's data key.
@Component
public class ContactEvents {

	/// A contact is here for the first time, or again after it was deleted.
	public OutgoingEvent registered(OpenContact open, Contact contact, Actor actor, Instant at) {
		Map<String, Object> values = new LinkedHashMap<>();
		contact.present().forEach((field, held) -> values.put(field, held.value()));
		return event(ContactRegistered.TYPE, open.tenant(), contact.id(), actor,
				new ContactRegistered(contact.id().value(), contact.crm().source(), contact.crm().crmId(),
						contact.version(), at, List.copyOf(values.keySet()), open.keyId(), open.seal(values)));
	}

	/// Values changed.
	public OutgoingEvent updated(OpenContact open, Contact.Changed changed, Actor actor, Instant at, Origin origin,
			@Nullable String logNote) {
		Contact contact = changed.contact();
		return event(ContactDataUpdated.TYPE, open.tenant(), contact.id(), actor,
				new ContactDataUpdated(contact.id().value(), contact.crm().crmId(), contact.version(), at, origin,
						changed.fields(), open.keyId(), open.seal(beforeAndAfter(changed)), logNote));
	}

	/// The contact found everything right; its page may have written hidden fields.
	public OutgoingEvent confirmed(OpenContact open, Contact.Changed changed, Actor actor, Instant at, Origin origin,
			@Nullable String logNote) {
		Contact contact = changed.contact();
		boolean hidden = !changed.changes().isEmpty();
		return event(ContactDataConfirmed.TYPE, open.tenant(), contact.id(), actor,
				new ContactDataConfirmed(contact.id().value(), contact.crm().crmId(), contact.version(), at, origin,
						hidden ? changed.fields() : null, hidden ? open.keyId() : null,
						hidden ? open.seal(beforeAndAfter(changed)) : null, logNote));
	}

	/// The contact asked for another e-mail address, and a code is to go there.
	public OutgoingEvent emailChangeRequested(OpenContact open, Contact contact, Actor actor, Origin origin) {
		EmailChange asked = Objects.requireNonNull(contact.emailChanges().pending());
		return event(ContactEmailChangeRequested.TYPE, open.tenant(), contact.id(), actor,
				new ContactEmailChangeRequested(contact.id().value(), asked.id(), asked.at(), asked.expires(), origin));
	}

	/// The contact's e-mail address is another one or none now, and the old one is to be
	/// told.
	public OutgoingEvent emailChanged(OpenContact open, Contact contact, Actor actor, Origin origin) {
		EmailNotice notice = contact.emailChanges().notices().getLast();
		return event(ContactEmailChanged.TYPE, open.tenant(), contact.id(), actor,
				new ContactEmailChanged(contact.id().value(), notice.id(), notice.at(), origin));
	}

	/// The contact objected to marketing.
	public OutgoingEvent marketingObjected(TenantId tenant, Contact contact, Actor actor, Standing.Mark objection) {
		return event(ContactMarketingObjected.TYPE, tenant, contact.id(), actor, new ContactMarketingObjected(
				contact.id().value(), contact.crm().crmId(), objection.at(), objection.via(), objection.mailing()));
	}

	/// The contact doesn't object to marketing any more.
	public OutgoingEvent marketingObjectionLifted(TenantId tenant, Contact contact, Actor actor, Instant at) {
		return event(ContactMarketingObjectionLifted.TYPE, tenant, contact.id(), actor,
				new ContactMarketingObjectionLifted(contact.id().value(), contact.crm().crmId(), at));
	}

	/// The contact's data may only be kept.
	public OutgoingEvent restricted(TenantId tenant, Contact contact, Actor actor, Instant at) {
		return event(ContactRestricted.TYPE, tenant, contact.id(), actor,
				new ContactRestricted(contact.id().value(), contact.crm().crmId(), at));
	}

	/// The contact's data may be used again.
	public OutgoingEvent restrictionLifted(TenantId tenant, Contact contact, Actor actor, Instant at) {
		return event(ContactRestrictionLifted.TYPE, tenant, contact.id(), actor,
				new ContactRestrictionLifted(contact.id().value(), contact.crm().crmId(), at));
	}

	/// The contact is gone and its data key destroyed.
	public OutgoingEvent deleted(TenantId tenant, ContactId contact, CrmReference crm, Actor actor, Instant at) {
		return event(ContactDeleted.TYPE, tenant, contact, actor,
				new ContactDeleted(contact.value(), crm.source(), crm.crmId(), at));
	}

	/// A client got the contact's data key.
	public OutgoingEvent keyHandedOut(TenantId tenant, ContactId contact, String keyId, Actor client, Instant at) {
		return event(ContactKeyHandedOut.TYPE, tenant, contact, client,
				new ContactKeyHandedOut(contact.value(), keyId, client.id(), at));
	}

	/// A user looked at the contact's details.
	OutgoingEvent viewed(ContactId contact, UserCaller user, Instant at) {
		return event(ContactViewed.TYPE, user.tenant(), contact, user.actor(),
				new ContactViewed(contact.value(), user.user(), at));
	}

	private static Map<String, Object> beforeAndAfter(Contact.Changed changed) {
		Map<String, Object> values = new LinkedHashMap<>();
		changed.changes().forEach((change) -> values.put(change.field(), new Sides(change.before(), change.after())));
		return values;
	}

	private static OutgoingEvent event(String type, TenantId tenant, ContactId contact, Actor actor, Object body) {
		return new OutgoingEvent(Topics.CONTACTS, type, tenant, contact.value(), actor, body);
	}

	/// A null says that there was or is no value, so it is written.
	@JsonInclude(JsonInclude.Include.ALWAYS)
	private record Sides(@Nullable Object before, @Nullable Object after) {

		@Override
		public String toString() {
			return "Sides[]";
		}

	}

}
