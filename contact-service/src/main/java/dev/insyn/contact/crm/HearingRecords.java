package dev.insyn.contact.crm;

import java.util.Locale;

import dev.insyn.contact.ContactId;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.keys.ContactKeys;
import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.contact.records.RecordOwner;
import dev.insyn.contact.records.RecordType;
import dev.insyn.contact.records.RecordTypes;
import dev.insyn.contact.records.Records;
import dev.insyn.platform.messaging.UnreadableEvent;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Takes in records of contacts and of organisations; those of a deleted contact are not taken.
@Component
class HearingRecords {

	private static final Logger logger = LoggerFactory.getLogger(HearingRecords.class);

	private final Contacts contacts;

	private final Records records;

	private final RecordTypes types;

	private final Keys keys;

	private final Tenants tenants;

	HearingRecords(Contacts contacts, Records records, RecordTypes types, Keys keys, Tenants tenants) {
		this.contacts = contacts;
		this.records = records;
		this.types = types;
		this.keys = keys;
		this.tenants = tenants;
	}

	/// @throws UnreadableEvent if the tenant has no such record type: once it has, the
	/// dead letter can be replayed
	void hear(RecordsWord word) {
		RecordType type = this.types.find(word.tenant(), word.type())
			.orElseThrow(() -> new UnreadableEvent(
					"Event " + word.eventId() + " has records of a type that is not registered"));
		if (word.organisation() != null) {
			take(word, type, RecordOwner.organisation(this.keys.tenants().of(word.tenant()), word.source(),
					word.organisation()));
		}
		else if (word.crmId() != null) {
			ofContact(word, type, this.keys.ids().of(word.tenant(), word.source(), word.crmId()));
		}
	}

	/// The second look is for a deletion that ran at the same time, from another
	/// partition: it has destroyed the key, and none is to be left.
	private void ofContact(RecordsWord word, RecordType type, ContactId contact) {
		if (this.contacts.isDeleted(word.tenant(), contact)) {
			logger.debug("Contact {} is deleted; its {} are not taken", contact, type.key());
			return;
		}
		RecordOwner owner = RecordOwner.contact(contact.value());
		take(word, type, owner);
		if (this.contacts.isDeleted(word.tenant(), contact)) {
			this.keys.contacts().destroy(word.tenant(), contact.value());
			this.records.forget(word.tenant(), owner);
		}
	}

	private void take(RecordsWord word, RecordType type, RecordOwner owner) {
		Locale locale = HearingFromCrm.locale(this.tenants.get(word.tenant()));
		this.records.hearOnce(word.tenant(), owner, type, word.records(), locale, word.eventId());
	}

	/// What turns a CRM's names for owners into Insyn's.
	@Component
	record Keys(ContactIds ids, TenantKeys tenants, ContactKeys contacts) {
	}

}
