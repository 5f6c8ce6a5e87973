package dev.insyn.contact.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
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

	/// The catalogue as administrators see it, fresh from the database.
	public Catalogue editable(TenantId tenant) {
		return stored(tenant).catalogue();
	}

	/// Changes the catalogue and tells it, in one write.
	/// @return the catalogue as it is then
	Catalogue change(TenantId tenant, Function<Catalogue, Edit> act) {
		stored(tenant);
		Catalogue changed = this.documents.change(tenant, ID, (stored) -> {
			Edit edit = act.apply(stored.catalogue());
			StoredCatalogue next = StoredCatalogue.of(edit.catalogue());
			return (edit.told() != null) ? Change.of(next, List.of(edit.told())) : Change.unchanged(stored);
		}).state().catalogue();
		forget(tenant);
		return changed;
	}

	/// Says that contacts get values, before they get them: only then can nobody change a
	/// field's type under its values, whatever dies in between.
	/// @param values by field, as the catalogue of [#of] takes them
	/// @throws Problem 409 if a field got another type meanwhile
	public void willHold(TenantId tenant, Map<String, ?> values) {
		FieldCatalogue read = of(tenant);
		Set<String> firsts = read.firsts(values);
		if (!firsts.isEmpty()) {
			this.documents.change(tenant, ID, (stored) -> {
				Catalogue now = stored.catalogue();
				refuseOtherTypes(tenant, read, now, values.keySet());
				return Change.of(StoredCatalogue.of(now.usedFor(firsts)));
			});
			forget(tenant);
		}
	}

	/// Lets go of what is kept of the tenant's catalogue, since it changed.
	public void forget(TenantId tenant) {
		this.cache.invalidate(tenant);
	}

	private void refuseOtherTypes(TenantId tenant, FieldCatalogue read, Catalogue now, Set<String> fields) {
		for (String field : fields) {
			FieldType known = read.find(field).map(FieldDefinition::type).orElse(null);
			if (now.find(field).filter((entry) -> entry.field().type() != known).isPresent()) {
				forget(tenant);
				throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:field-changed",
						"The field catalogue changed meanwhile: try again");
			}
		}
	}

	private FieldCatalogue load(TenantId id) {
		Tenant tenant = this.tenants.get(id);
		return FieldCatalogue.of(stored(id).catalogue(), LocalDate.now(this.clock.withZone(tenant.timeZone())),
				tenant.country());
	}

	private StoredCatalogue stored(TenantId tenant) {
		return this.documents.find(tenant, ID).map(Stored::state).orElseGet(() -> seed(tenant));
	}

	private StoredCatalogue seed(TenantId tenant) {
		try {
			return this.documents.insert(tenant, ID, Change.of(standard(this.json))).state();
		}
		catch (AlreadyExists another) {
			return this.documents.find(tenant, ID).orElseThrow(() -> another).state();
		}
	}

	static StoredCatalogue standard(JsonMapper json) {
		try (InputStream seed = FieldCatalogues.class.getResourceAsStream("/catalogue.json")) {
			return new StoredCatalogue(Arrays.asList(json.readValue(seed, StoredCatalogue.Field[].class)), 0L,
					Set.of());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/// What an administrator's act leaves behind.
	///
	/// @param told null if nothing changed
	record Edit(Catalogue catalogue, @Nullable OutgoingEvent told) {
	}

}
