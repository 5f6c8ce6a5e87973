package dev.insyn.contact.keys;

import java.security.SecureRandom;
import java.time.Clock;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.tenancy.TenantId;

/// The tenants' keys, each wrapped by the master key; made when first asked for.
public class TenantKeys {

	private static final String ID = "root";

	private final TenantDocuments<WrappedKey> documents;

	private final MasterKey masterKey;

	private final Clock clock;

	private final KeyCache<TenantId, TenantKey> cache;

	TenantKeys(TenantDocuments<WrappedKey> documents, MasterKey masterKey, Clock clock,
			KeyCache<TenantId, TenantKey> cache) {
		this.documents = documents;
		this.masterKey = masterKey;
		this.clock = clock;
		this.cache = cache;
	}

	public TenantKey of(TenantId tenant) {
		return this.cache.get(tenant, this::load);
	}

	private TenantKey load(TenantId tenant) {
		WrappedKey wrapped = this.documents.find(tenant, ID).map(Stored::state).orElseGet(() -> create(tenant));
		return new TenantKey(this.masterKey.unwrap(wrapped.content(), aad(tenant)));
	}

	private WrappedKey create(TenantId tenant) {
		byte[] root = new byte[32];
		new SecureRandom().nextBytes(root);
		WrappedKey wrapped = new WrappedKey("tenant", this.masterKey.wrap(root, aad(tenant)), this.clock.instant());
		try {
			return this.documents.insert(tenant, ID, Change.of(wrapped)).state();
		}
		catch (AlreadyExists another) {
			return this.documents.find(tenant, ID).orElseThrow(() -> another).state();
		}
	}

	private static String aad(TenantId tenant) {
		return "tenant-key|" + tenant;
	}

}
