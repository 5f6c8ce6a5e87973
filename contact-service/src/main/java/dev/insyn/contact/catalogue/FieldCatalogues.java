package dev.insyn.contact.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// The tenants' catalogues. A tenant without one gets the standard one.
@Component
public class FieldCatalogues {

	private static final String ID = "catalogue";

	private final TenantDocuments<StoredCatalogue> documents;

	private final Tenants tenants;

	private final Clock clock;

	private final JsonMapper json;

	private final LoadingCache<TenantId, FieldCatalogue> cache = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(60))
		.build(this::load);

	FieldCatalogues(TenantDocumentsFactory database, Tenants tenants, Clock clock, JsonMapper json) {
		this.documents = database.of("field_catalogues", StoredCatalogue.class);
		this.tenants = tenants;
		this.clock = clock;
		this.json = json;
	}

	/// @throws dev.insyn.platform.tenancy.UnknownTenant if this installation does not
	/// serve it
	public FieldCatalogue of(TenantId tenant) {
		return this.cache.get(tenant);
	}

	private FieldCatalogue load(TenantId id) {
		Tenant tenant = this.tenants.get(id);
		StoredCatalogue stored = this.documents.find(id, ID).map(Stored::state).orElseGet(() -> seed(id));
		return stored.on(LocalDate.now(this.clock.withZone(tenant.timeZone())), tenant.country());
	}

	private StoredCatalogue seed(TenantId tenant) {
		try {
			return this.documents.insert(tenant, ID, Change.of(standard())).state();
		}
		catch (AlreadyExists another) {
			return this.documents.find(tenant, ID).orElseThrow(() -> another).state();
		}
	}

	private StoredCatalogue standard() {
		try (InputStream seed = getClass().getResourceAsStream("/catalogue.json")) {
			return new StoredCatalogue(Arrays.asList(this.json.readValue(seed, StoredCatalogue.Field[].class)));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
