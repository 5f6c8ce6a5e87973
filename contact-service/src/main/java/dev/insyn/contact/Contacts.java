package dev.insyn.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.keys.ContactKeys;
import dev.insyn.contact.search.Place;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.store.Applied;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All contacts of all tenants, one document each: sealed when they go in, opened when they come out.
@Component
public class Contacts {

	private static final String CONTENT = "contact";

	private static final int AT_ONCE = 500;

	/// More people than share a mailbox.
	private static final int MOST_AT_ADDRESS = 50;

	private final TenantDocuments<StoredContact> documents;

	private final ContactKeys keys;

	private final FieldCatalogues catalogues;

	private final Indexing indexing;

	private final Suppressions suppressions;

	private final JsonMapper json;

	private final Clock clock;

	Contacts(TenantDocumentsFactory database, ContactKeys keys, FieldCatalogues catalogues, Indexing indexing,
			Suppressions suppressions, JsonMapper json, Clock clock) {
		this.documents = database.of("contacts", StoredContact.class).indexed("terms", "place", "id");
		this.keys = keys;
		this.catalogues = catalogues;
		this.indexing = indexing;
		this.suppressions = suppressions;
		this.json = json;
		this.clock = clock;
	}

	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public OpenContact get(TenantId tenant, ContactId id) {
		return this.documents.find(tenant, id.value())
			.flatMap((stored) -> open(tenant, id, stored.state()))
			.orElseThrow(NoSuchContact::new);
	}

	/// Those of the contacts that there are (any more), in no order.
	public List<Contact> all(TenantId tenant, Collection<ContactId> ids) {
		return open(tenant, this.documents.findAll(tenant, ids.stream().map(ContactId::value).toList()));
	}

	/// Those of the ids that are contacts of the tenant (still).
	public Set<String> existing(TenantId tenant, Collection<String> ids) {
		Set<String> existing = new HashSet<>();
		List<String> all = ids.stream().distinct().toList();
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			this.documents.findAll(tenant, all.subList(from, Math.min(from + AT_ONCE, all.size())))
				.stream()
				.filter((stored) -> !stored.state().isDeleted())
				.forEach((stored) -> existing.add(stored.id()));
		}
		return existing;
	}

	/// A slice of all contacts in the order of their ids, opened past the cache of keys.
	/// @param words that each of them must contain, as [Indexing] has them; empty for all
	/// @param after the id after which it begins; null for the first
	public Slice walk(TenantId tenant, Collection<String> words, @Nullable String after, int limit) {
		List<String> codes = this.indexing.codesOf(tenant, words);
		Criteria criteria = codes.isEmpty() ? new Criteria() : Criteria.where("terms").all(codes);
		List<Stored<StoredContact>> found = this.documents.findAfter(tenant, after, criteria, limit);
		Map<String, DataKey> data = this.keys.once(tenant, found.stream().map(Stored::id).toList());
		List<Contact> open = found.stream().flatMap((stored) -> {
			DataKey key = data.get(stored.id());
			return (key != null && key.id().equals(stored.state().keyId()))
					? Stream.of(open(tenant, new ContactId(stored.id()), stored.state(), key).contact())
					: Stream.empty();
		}).toList();
		return new Slice(open, (found.size() < limit) ? null : found.getLast().id());
	}

	/// Those whose address on file is this; small and capital letters make no difference.
	public List<Contact> withAddress(TenantId tenant, String email) {
		Criteria indexed = Criteria.where("terms").is(this.indexing.address(tenant, email));
		return open(tenant, stored(tenant, indexed, Sort.by(Sort.Direction.DESC, "place"), MOST_AT_ADDRESS)).stream()
			.filter((contact) -> contact.value(Contact.EMAIL) instanceof String held && held.equalsIgnoreCase(email))
			.toList();
	}

	/// What the CRM calls contacts, in the order of the contacts' ids, unopened.
	/// @param after the id after which they begin; null for the first
	public References references(TenantId tenant, @Nullable String after, int limit) {
		List<Stored<StoredContact>> found = this.documents.findAfter(tenant, after, new Criteria(), limit);
		Map<String, String> ids = new HashMap<>();
		found.stream()
			.filter((stored) -> !stored.state().isDeleted())
			.forEach((stored) -> ids.put(stored.id(), stored.state().crm().crmId()));
		return new References(ids, (found.size() < limit) ? null : found.getLast().id());
	}

	/// Documents for lists.
	List<Stored<StoredContact>> stored(TenantId tenant, Criteria criteria, Sort sort, int limit) {
		return this.documents.find(tenant, criteria, sort, limit);
	}

	/// Opens several at once; those that were deleted meanwhile are left out.
	List<Contact> open(TenantId tenant, List<Stored<StoredContact>> several) {
		Map<String, String> keyIds = new HashMap<>();
		several.stream()
			.filter((stored) -> stored.state().keyId() != null)
			.forEach((stored) -> keyIds.put(stored.id(), String.valueOf(stored.state().keyId())));
		this.keys.warm(tenant, keyIds.keySet());
		return several.stream()
			.flatMap((stored) -> open(tenant, new ContactId(stored.id()), stored.state()).stream())
			.map(OpenContact::contact)
			.toList();
	}

	/// The key that opens what is told of the contact.
	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public DataKey dataKey(TenantId tenant, ContactId id) {
		return this.documents.find(tenant, id.value())
			.flatMap((stored) -> key(tenant, id, stored.state()))
			.orElseThrow(NoSuchContact::new);
	}

	/// Whether what carries this revision of the CRM's record still says something.
	public boolean isNews(TenantId tenant, ContactId id, CrmReference crm) {
		return this.documents.find(tenant, id.value())
			.map(Stored::state)
			.map(StoredContact::crm)
			.map(crm::isNewerThan)
			.orElse(true);
	}

	/// Whether there was such a contact and the CRM has deleted it.
	public boolean isDeleted(TenantId tenant, ContactId id) {
		return this.documents.find(tenant, id.value()).map(Stored::state).filter(StoredContact::isDeleted).isPresent();
	}

	/// Applies an update once; a repeat changes nothing and gets the first one's receipt.
	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public Receipted updateOnce(TenantId tenant, ContactId id, String effectId, Function<OpenContact, Written> act) {
		AtomicReference<Written> last = new AtomicReference<>();
		try {
			Applied<StoredContact> applied = this.documents.changeOnce(tenant, id.value(), effectId, (stored) -> {
				OpenContact open = open(tenant, id, stored).orElseThrow(NoSuchContact::new);
				Written written = act.apply(open);
				last.set(written);
				return update(open, effectId, stored, written);
			});
			Receipt given = applied.alreadyApplied() ? null : Objects.requireNonNull(last.get()).receipt();
			return new Receipted((given != null) ? given : receipt(tenant, id, effectId, applied.stored().state()),
					applied.alreadyApplied());
		}
		catch (NotFound none) {
			throw new NoSuchContact();
		}
	}

	/// Lets a contact act where a repeat is another act. What changes nothing and tells
	/// nothing isn't written.
	/// @throws NoSuchContact if the tenant has none with this id, or not any more
	public <R> R act(TenantId tenant, ContactId id, Function<OpenContact, Done<R>> act) {
		AtomicReference<Done<R>> last = new AtomicReference<>();
		try {
			this.documents.change(tenant, id.value(), (stored) -> {
				OpenContact open = open(tenant, id, stored).orElseThrow(NoSuchContact::new);
				Done<R> done = act.apply(open);
				last.set(done);
				return (done.events().isEmpty() && done.contact().equals(open.contact())) ? Change.unchanged(stored)
						: Change.of(seal(open, done.contact(), stored.receipts()), done.events());
			});
		}
		catch (NotFound none) {
			throw new NoSuchContact();
		}
		return Objects.requireNonNull(last.get()).outcome();
	}

	/// Takes in what the CRM says, also of a contact that isn't there yet or was deleted
	/// at an older revision.
	public void hearOnce(TenantId tenant, ContactId id, CrmReference crm, String effectId,
			Function<OpenContact, Written> act) {
		this.documents.upsertOnce(tenant, id.value(), effectId, (stored) -> {
			if (stored.isPresent() && !crm.isNewerThan(stored.get().crm())) {
				return Change.unchanged(stored.get());
			}
			OpenContact open = stored.flatMap((known) -> open(tenant, id, known))
				.orElseGet(() -> unknown(tenant, id, crm, stored.map(StoredContact::version).orElse(0L)));
			Written written = act.apply(open);
			List<StoredContact.StoredReceipt> receipts = stored.map(StoredContact::receipts).orElse(List.of());
			return Change.of(seal(open, written.contact(), receipts), written.events());
		});
	}

	/// Destroys the data key and leaves the CRM's revision, so that nothing late brings
	/// the contact back, and its objection, so that nothing later makes light of it.
	///
	/// @param told what to tell if there was such a contact
	public void deleteOnce(TenantId tenant, ContactId id, CrmReference crm, String effectId,
			Function<Instant, OutgoingEvent> told) {
		if (!isNews(tenant, id, crm)) {
			return;
		}
		this.documents.find(tenant, id.value())
			.flatMap((stored) -> open(tenant, id, stored.state()))
			.ifPresent((open) -> this.suppressions.keep(tenant, open.contact()));
		this.keys.destroy(tenant, id.value());
		Instant now = this.clock.instant();
		this.documents.upsertOnce(tenant, id.value(), effectId, (stored) -> {
			Change<StoredContact> gone = Change
				.of(StoredContact.deleted(crm, stored.map(StoredContact::version).orElse(0L), now));
			return stored.filter((known) -> !known.isDeleted()).isPresent() ? gone.with(told.apply(now)) : gone;
		});
	}

	private Change<StoredContact> update(OpenContact open, String effectId, StoredContact stored, Written written) {
		StoredContact next = seal(open, written.contact(), stored.receipts());
		if (written.receipt() != null) {
			next = next.with(
					new StoredContact.StoredReceipt(effectId, open.sealing().seal(written.receipt(), Receipt.PURPOSE)));
		}
		return Change.of(next, written.events());
	}

	private Receipt receipt(TenantId tenant, ContactId id, String effectId, StoredContact stored) {
		OpenContact open = open(tenant, id, stored).orElseThrow(NoSuchContact::new);
		return open.receipt(effectId).orElseGet(() -> Receipt.forgotten(stored.version()));
	}

	private Optional<OpenContact> open(TenantId tenant, ContactId id, StoredContact stored) {
		return key(tenant, id, stored).map((key) -> open(tenant, id, stored, key));
	}

	private OpenContact open(TenantId tenant, ContactId id, StoredContact stored, DataKey key) {
		ContactSealing sealing = new ContactSealing(this.json, tenant, id, key);
		byte[] content = Objects.requireNonNull(stored.content());
		return new OpenContact(tenant, sealing.open(content, CONTENT, Contact.class), sealing, key.id(), false,
				stored.receipts());
	}

	private Optional<DataKey> key(TenantId tenant, ContactId id, StoredContact stored) {
		return (stored.keyId() != null) ? this.keys.find(tenant, id.value(), stored.keyId()) : Optional.empty();
	}

	private OpenContact unknown(TenantId tenant, ContactId id, CrmReference crm, long version) {
		DataKey key = this.keys.create(tenant, id.value());
		return new OpenContact(tenant, Contact.unknown(id, crm, version),
				new ContactSealing(this.json, tenant, id, key), key.id(), true, List.of());
	}

	private StoredContact seal(OpenContact open, Contact contact, List<StoredContact.StoredReceipt> receipts) {
		this.catalogues.willHold(open.tenant(), contact.values());
		Instant now = this.clock.instant();
		return new StoredContact(contact.crm(), contact.version(), now, open.keyId(),
				open.sealing().seal(contact, CONTENT), this.indexing.codes(open.tenant(), contact),
				Place.of(now, contact.id().value()), receipts);
	}

	/// Some of all contacts, in the order of their ids.
	///
	/// @param last the id after which the next slice begins; null where nothing follows
	public record Slice(List<Contact> contacts, @Nullable String last) {
	}

	/// What the CRM calls some of all contacts.
	///
	/// @param crmIds by contact
	/// @param last the id after which the next begin; null where none do
	public record References(Map<String, String> crmIds, @Nullable String last) {
	}

	/// What an act leaves behind, written in one go.
	///
	/// @param receipt what is answered, if anybody asked
	public record Written(Contact contact, List<OutgoingEvent> events, @Nullable Receipt receipt) {
	}

	/// What an act leaves behind, and what is answered.
	public record Done<R>(Contact contact, List<OutgoingEvent> events, R outcome) {
	}

	/// An answer.
	///
	/// @param repeated it had been given before
	public record Receipted(Receipt receipt, boolean repeated) {
	}

}
