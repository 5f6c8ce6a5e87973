package dev.insyn.contact.crm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactEvents;
import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.CrmReference;
import dev.insyn.contact.CrmWord;
import dev.insyn.contact.OpenContact;
import dev.insyn.contact.Organisation;
import dev.insyn.contact.RefusedValue;
import dev.insyn.contact.Standing;
import dev.insyn.contact.Suppressions;
import dev.insyn.contact.catalogue.FieldCatalogue;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.records.RecordOwner;
import dev.insyn.contact.records.Records;
import dev.insyn.events.Origin;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Takes in what a CRM says of a contact: registers the unknown, updates the known, ignores what is late.
@Component
class HearingFromCrm {

	private static final Logger logger = LoggerFactory.getLogger(HearingFromCrm.class);

	private final Contacts contacts;

	private final ContactIds ids;

	private final ContactEvents events;

	private final FieldCatalogues catalogues;

	private final Records records;

	private final Suppressions suppressions;

	private final Tenants tenants;

	private final Clock clock;

	HearingFromCrm(Contacts contacts, ContactIds ids, ContactEvents events, FieldCatalogues catalogues, Records records,
			Suppressions suppressions, Tenants tenants, Clock clock) {
		this.contacts = contacts;
		this.records = records;
		this.suppressions = suppressions;
		this.ids = ids;
		this.events = events;
		this.catalogues = catalogues;
		this.tenants = tenants;
		this.clock = clock;
	}

	/// @param said raw values by field, null to clear
	void upserted(TenantId tenant, CrmReference crm, @Nullable String organisation, Map<String, Object> said,
			String eventId) {
		ContactId id = this.ids.of(tenant, crm.source(), crm.crmId());
		if (!this.contacts.isNews(tenant, id, crm)) {
			logger.debug("Contact {} was told of revision {} before", id, crm.revision());
			return;
		}
		CrmWord word = read(tenant, notFromTheFuture(crm), organisation, said);
		if (!word.refused().isEmpty()) {
			logger.warn("Contact {} revision {}: {} value(s) refused", id, crm.revision(), word.refused().size());
		}
		this.contacts.hearOnce(tenant, id, word.crm(), eventId, (open) -> hear(open, word));
	}

	void deleted(TenantId tenant, CrmReference crm, String eventId) {
		ContactId id = this.ids.of(tenant, crm.source(), crm.crmId());
		this.contacts.deleteOnce(tenant, id, crm, eventId,
				(at) -> this.events.deleted(tenant, id, crm, Actor.system(crm.source()), at));
		if (this.contacts.isDeleted(tenant, id)) {
			this.records.forget(tenant, RecordOwner.contact(id.value()));
		}
	}

	private Contacts.Written hear(OpenContact open, CrmWord word) {
		Contact.Changed changed = open.contact().hear(word);
		Actor actor = Actor.system(word.crm().source());
		return open.isNew() ? registered(open, changed.contact(), actor)
				: new Contacts.Written(changed.contact(), updated(open, changed, actor, word.crm()), null);
	}

	/// Who objected before it was deleted still does.
	private Contacts.Written registered(OpenContact open, Contact heard, Actor actor) {
		Contact contact = this.suppressions.recall(open.tenant(), heard, actor.toString());
		List<OutgoingEvent> told = new ArrayList<>();
		told.add(this.events.registered(open, contact, actor, this.clock.instant()));
		Standing.Mark objection = contact.standing().objection();
		if (objection != null) {
			told.add(this.events.marketingObjected(open.tenant(), contact, actor, objection));
		}
		return new Contacts.Written(contact, told, null);
	}

	private List<OutgoingEvent> updated(OpenContact open, Contact.Changed changed, Actor actor, CrmReference crm) {
		return changed.changes().isEmpty() ? List.of() : List
			.of(this.events.updated(open, changed, actor, this.clock.instant(), Origin.crm(crm.source()), null));
	}

	private CrmWord read(TenantId tenant, CrmReference crm, @Nullable String organisation, Map<String, Object> said) {
		Map<String, Object> values = new LinkedHashMap<>(said);
		boolean named = values.containsKey(Organisation.NAME);
		Object name = values.remove(Organisation.NAME);
		FieldCatalogue.Read read = this.catalogues.of(tenant).read(values, locale(this.tenants.get(tenant)));
		List<RefusedValue> refused = new ArrayList<>();
		read.problems().forEach((field, problem) -> refused.add(new RefusedValue(field, problem.code())));
		if (named && !isName(name)) {
			refused.add(new RefusedValue(Organisation.NAME, "shape"));
			named = false;
		}
		return new CrmWord(crm, organisation, named ? ((name != null) ? name.toString().strip() : "") : null,
				read.values(), refused);
	}

	private static boolean isName(@Nullable Object name) {
		return name == null || (name instanceof String text && text.length() <= Organisation.LONGEST_NAME);
	}

	private CrmReference notFromTheFuture(CrmReference crm) {
		Instant now = this.clock.instant();
		return crm.changedAt().isAfter(now) ? new CrmReference(crm.source(), crm.crmId(), crm.revision(), now) : crm;
	}

	static Locale locale(Tenant tenant) {
		return Locale.of(tenant.languages().getFirst(), tenant.country());
	}

}
