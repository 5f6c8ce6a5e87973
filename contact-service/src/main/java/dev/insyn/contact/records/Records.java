package dev.insyn.contact.records;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.insyn.contact.keys.ContactKeys;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All records of all tenants, one document per owner and type, found by its id: sealed when they go in, opened when
/// they come out.
@Component
public class Records {

	private static final int AT_ONCE = 200;

	private final TenantDocuments<StoredRecords> documents;

	private final ContactKeys keys;

	private final RecordTypes types;

	private final JsonMapper json;

	private final Clock clock;

	Records(TenantDocumentsFactory database, ContactKeys keys, RecordTypes types, JsonMapper json, Clock clock) {
		this.documents = database.of("records", StoredRecords.class).indexed("oldest").indexed("type");
		this.keys = keys;
		this.types = types;
		this.json = json;
		this.clock = clock;
	}

	/// Takes in once what a CRM says. Records may come before their contact: they are
	/// sealed with the key that it will have.
	/// @param locale whose way of writing is understood beside the canonical one
	public void hearOnce(TenantId tenant, RecordOwner owner, RecordType type, List<ToldRecord> told, Locale locale,
			String eventId) {
		Instant now = this.clock.instant();
		DataKey key = this.keys.ensure(tenant, owner.id());
		this.documents.upsertOnce(tenant, id(owner, type.key()), eventId, (stored) -> {
			RecordSet known = stored.filter((same) -> same.keyId().equals(key.id()))
				.map((same) -> open(tenant, owner, key, same))
				.orElse(RecordSet.NONE);
			return Change.of(seal(tenant, owner, type.key(), key, known.hear(told, type, locale, now)));
		});
	}

	/// What is held, nothing of it older than its retention.
	RecordSet of(TenantId tenant, RecordOwner owner, RecordType type) {
		return this.documents.find(tenant, id(owner, type.key()))
			.map(Stored::state)
			.flatMap((stored) -> this.keys.find(tenant, owner.id(), stored.keyId())
				.map((key) -> open(tenant, owner, key, stored)))
			.map((known) -> known.kept(type, this.clock.instant()))
			.orElse(RecordSet.NONE);
	}

	/// Removes everything that an owner has. Its key is not touched.
	public void forget(TenantId tenant, RecordOwner owner) {
		this.types.of(tenant).forEach((type) -> this.documents.delete(tenant, id(owner, type.key())));
	}

	/// Removes what was kept long enough.
	/// @return how many documents were touched
	int purge(TenantId tenant, RecordType type) {
		Instant now = this.clock.instant();
		Criteria tooOld = Criteria.where("oldest").lt(type.keptSince(now)).and("type").is(type.key());
		List<Stored<StoredRecords>> found = this.documents.find(tenant, tooOld, Sort.by("oldest"), AT_ONCE);
		found.forEach((stored) -> purge(tenant, type, stored, now));
		return found.size();
	}

	/// Removes everything of a type that is not registered any more.
	/// @return how many documents were removed
	int removeAll(TenantId tenant, String type) {
		int removed = 0;
		List<Stored<StoredRecords>> found = ofType(tenant, type);
		while (!found.isEmpty() && this.types.removed(tenant).contains(type)) {
			found.forEach((stored) -> this.documents.delete(tenant, stored.id()));
			removed += found.size();
			found = ofType(tenant, type);
		}
		return removed;
	}

	private List<Stored<StoredRecords>> ofType(TenantId tenant, String type) {
		return this.documents.find(tenant, Criteria.where("type").is(type), Sort.unsorted(), AT_ONCE);
	}

	private void purge(TenantId tenant, RecordType type, Stored<StoredRecords> found, Instant now) {
		RecordOwner owner = owner(found.id(), type);
		try {
			this.documents.change(tenant, found.id(),
					(stored) -> this.keys.find(tenant, owner.id(), stored.keyId())
						.map((key) -> Change
							.of(seal(tenant, owner, type.key(), key, open(tenant, owner, key, stored).kept(type, now))))
						.orElseGet(() -> Change.of(stored.emptied(now))));
		}
		catch (NotFound gone) {
			// removed with its owner just now
		}
	}

	private RecordSet open(TenantId tenant, RecordOwner owner, DataKey key, StoredRecords stored) {
		if (stored.content().length == 0) {
			return RecordSet.NONE;
		}
		byte[] opened = key.open(new SealedValue(key.id(), stored.content()), aad(tenant, owner, stored.type()));
		return this.json.readValue(opened, RecordSet.class);
	}

	private StoredRecords seal(TenantId tenant, RecordOwner owner, String type, DataKey key, RecordSet records) {
		byte[] sealed = key.seal(this.json.writeValueAsBytes(records), aad(tenant, owner, type)).content();
		return new StoredRecords(type, key.id(), sealed, records.oldest().orElse(null), this.clock.instant());
	}

	private static String aad(TenantId tenant, RecordOwner owner, String type) {
		return tenant + "|" + owner.id() + "|records|" + type;
	}

	private static String id(RecordOwner owner, String type) {
		return owner.id() + "." + type;
	}

	private static RecordOwner owner(String id, RecordType type) {
		return new RecordOwner(id.substring(0, id.length() - type.key().length() - 1));
	}

}
