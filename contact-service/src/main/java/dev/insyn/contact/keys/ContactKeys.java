package dev.insyn.contact.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.SealedValue;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.tenancy.TenantId;

import org.jspecify.annotations.Nullable;

/// Each contact's data key, wrapped by its tenant's key; an organisation's, for its records, rests beside them. With the
/// key everything sealed by it is gone, wherever it lies.
public class ContactKeys {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final TenantDocuments<WrappedKey> documents;

	private final TenantKeys tenantKeys;

	private final Clock clock;

	private final KeyCache<Owner, DataKey> cache;

	ContactKeys(TenantDocuments<WrappedKey> documents, TenantKeys tenantKeys, Clock clock,
			KeyCache<Owner, DataKey> cache) {
		this.documents = documents;
		this.tenantKeys = tenantKeys;
		this.clock = clock;
		this.cache = cache;
	}

	/// The key by which the contact's data is sealed; empty when it was destroyed.
	public Optional<DataKey> find(TenantId tenant, String contact, String keyId) {
		Owner owner = new Owner(tenant, contact);
		DataKey key = this.cache.find(owner, this::load);
		if (key != null && !key.id().equals(keyId)) {
			this.cache.drop(owner);
			key = this.cache.find(owner, this::load);
		}
		return Optional.ofNullable(key).filter((found) -> found.id().equals(keyId));
	}

	/// Fetches the keys of several contacts at once, so that [#find] need not ask for
	/// each.
	public void warm(TenantId tenant, Collection<String> contacts) {
		List<String> unknown = contacts.stream()
			.filter((contact) -> !this.cache.has(new Owner(tenant, contact)))
			.toList();
		this.documents.findAll(tenant, unknown).forEach((stored) -> {
			Owner owner = new Owner(tenant, stored.id());
			this.cache.put(owner, unwrap(owner, stored.state()));
		});
	}

	/// The keys of several contacts, past the cache: who walks through all contacts needs
	/// each once, and would drive out those that are needed often.
	/// @return by contact, without those that have none (any more)
	public Map<String, DataKey> once(TenantId tenant, Collection<String> contacts) {
		Map<String, DataKey> keys = new HashMap<>();
		this.documents.findAll(tenant, List.copyOf(contacts))
			.forEach((stored) -> keys.put(stored.id(), unwrap(new Owner(tenant, stored.id()), stored.state())));
		return keys;
	}

	/// A key for a contact that has no data yet. Asks the database and not the cache,
	/// which may still hold a destroyed
	/// one.
	public DataKey create(TenantId tenant, String contact) {
		Owner owner = new Owner(tenant, contact);
		DataKey key = DataKey.random(newId());
		SealedValue sealed = this.tenantKeys.of(tenant).wrapping().seal(key.bytes(), owner.aad());
		try {
			this.documents.insert(tenant, contact,
					Change.of(new WrappedKey(key.id(), sealed.content(), this.clock.instant())));
		}
		catch (AlreadyExists fromAnEarlierTry) {
			key = Optional.ofNullable(load(owner)).orElseThrow(() -> fromAnEarlierTry);
		}
		this.cache.put(owner, key);
		return key;
	}

	/// The key of a contact or an organisation whose records are sealed by it; made if
	/// there is none. Asks the database and not the cache.
	public DataKey ensure(TenantId tenant, String owner) {
		DataKey key = load(new Owner(tenant, owner));
		return (key != null) ? key : create(tenant, owner);
	}

	/// From now on the contact's data is unreadable: here at once, in other instances
	/// within a minute.
	public void destroy(TenantId tenant, String contact) {
		this.documents.delete(tenant, contact);
		this.cache.drop(new Owner(tenant, contact));
	}

	private @Nullable DataKey load(Owner owner) {
		return this.documents.find(owner.tenant(), owner.contact())
			.map(Stored::state)
			.map((wrapped) -> unwrap(owner, wrapped))
			.orElse(null);
	}

	private DataKey unwrap(Owner owner, WrappedKey wrapped) {
		SealedValue sealed = new SealedValue("tenant", wrapped.content());
		return DataKey.of(wrapped.keyId(), this.tenantKeys.of(owner.tenant()).wrapping().open(sealed, owner.aad()));
	}

	private static String newId() {
		byte[] id = new byte[12];
		RANDOM.nextBytes(id);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
	}

	/// Whose key.
	record Owner(TenantId tenant, String contact) {

		private String aad() {
			return this.tenant + "|" + this.contact + "|data-key";
		}

	}

}
