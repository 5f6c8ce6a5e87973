package dev.insyn.contact.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactEvents;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.EmailChanges;
import dev.insyn.contact.FieldChange;
import dev.insyn.contact.OpenContact;
import dev.insyn.contact.OwnDataUpdate;
import dev.insyn.contact.Receipt;
import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.email.EmailCodes;
import dev.insyn.fields.Reading;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// A contact corrects or confirms its own data on a landing page: applied once, however often it is sent.
@Component
class UpdatingOwnData {

	private final Contacts contacts;

	private final ContactEvents events;

	private final FieldCatalogues catalogues;

	private final EmailCodes codes;

	UpdatingOwnData(Contacts contacts, ContactEvents events, FieldCatalogues catalogues, EmailCodes codes) {
		this.contacts = contacts;
		this.events = events;
		this.catalogues = catalogues;
		this.codes = codes;
	}

	/// @throws InvalidFields if a field doesn't take its value
	/// @throws dev.insyn.contact.FieldConflict if a field changed after the version the
	/// contact was shown
	/// @throws Problem 422 if the key was used for other changes before
	Contacts.Receipted update(TenantId tenant, ContactId contact, IdempotencyKey key, PageUpdate page) {
		Actor actor = Actor.contact(contact.value());
		OwnDataUpdate update = read(tenant, page, actor);
		String fingerprint = key.fingerprint(page.changes());
		Contacts.Receipted receipted = this.contacts.updateOnce(tenant, contact, key.effectId(),
				(open) -> apply(open, page, update, actor, fingerprint));
		if (!receipted.receipt().isFor(fingerprint)) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:idempotency-key-reused",
					"This key was used for other changes; nothing was applied");
		}
		return receipted;
	}

	private Contacts.Written apply(OpenContact open, PageUpdate page, OwnDataUpdate update, Actor actor,
			String fingerprint) {
		Contact.Changed changed = open.contact().update(new OwnFootsteps(open, page.follows()).seenBy(update));
		return new Contacts.Written(changed.contact(), events(open, changed, page, actor),
				receipt(changed, update, fingerprint));
	}

	private List<OutgoingEvent> events(OpenContact open, Contact.Changed changed, PageUpdate page, Actor actor) {
		List<OutgoingEvent> events = new ArrayList<>();
		if (changed.confirmed()) {
			events.add(this.events.confirmed(open, changed, actor, page.at(), page.origin(), page.logNote()));
		}
		else if (!changed.changes().isEmpty()) {
			events.add(this.events.updated(open, changed, actor, page.at(), page.origin(), page.logNote()));
		}
		if (changed.asked() == EmailChanges.Asked.CODE_SENT) {
			events.add(this.events.emailChangeRequested(open, changed.contact(), actor, page.origin()));
		}
		if (changed.fields().contains(Contact.EMAIL)) {
			events.add(this.events.emailChanged(open, changed.contact(), actor, page.origin()));
		}
		return events;
	}

	private static Receipt receipt(Contact.Changed changed, OwnDataUpdate update, String fingerprint) {
		List<FieldChange> seen = changed.changes()
			.stream()
			.filter((change) -> update.changes().containsKey(change.field()))
			.toList();
		return new Receipt(changed.confirmed() ? Receipt.CONFIRMED : Receipt.UPDATED, changed.contact().version(), seen,
				fingerprint, changed.asked());
	}

	private OwnDataUpdate read(TenantId tenant, PageUpdate page, Actor actor) {
		if (page.hidden().containsKey(Contact.EMAIL)) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:email-needs-code",
					"No page writes an e-mail address unseen");
		}
		FieldCatalogue catalogue = this.catalogues.of(tenant);
		FieldCatalogue.Read changes = catalogue.read(page.changes(), Locale.ROOT);
		FieldCatalogue.Read hidden = catalogue.read(page.hidden(), Locale.ROOT);
		Map<String, Reading.Problem> problems = new LinkedHashMap<>(changes.problems());
		problems.putAll(hidden.problems());
		if (!problems.isEmpty()) {
			throw new InvalidFields(problems);
		}
		return new OwnDataUpdate(page.shown(), changes.values(), hidden.values(), page.provenance(actor),
				this.codes.asking(page.language()));
	}

}
