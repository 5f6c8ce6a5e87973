package dev.insyn.page.theme;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.pagekit.Brand;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// The tenants' themes. A tenant without one is given one that fits.
@Component
public class Themes {

	private final TenantDocuments<Theme> documents;

	private final Tenants tenants;

	private final Cache<Key, WornTheme> worn = Caffeine.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Themes(TenantDocumentsFactory database, Tenants tenants) {
		this.documents = database.of("themes", Theme.class);
		this.tenants = tenants;
	}

	/// The id of the theme that a tenant begins with.
	public static String standard() {
		return StartingThemes.ID;
	}

	/// The look of a theme; a theme that is gone is replaced by the tenant's standard
	/// one.
	public Brand brand(TenantId tenant, String id) {
		return find(tenant, id).orElseGet(() -> standard(tenant)).brand();
	}

	/// A theme's strong colour and the text on it, for what can wear no style sheet, such
	/// as a mail.
	public Palette light(TenantId tenant, String id) {
		return find(tenant, id).orElseGet(() -> standard(tenant)).light();
	}

	Optional<WornTheme> find(TenantId tenant, String id) {
		if (id.equals(StartingThemes.ID)) {
			return Optional.of(standard(tenant));
		}
		Key key = new Key(tenant, id);
		WornTheme known = this.worn.getIfPresent(key);
		return (known != null) ? Optional.of(known)
				: this.documents.find(tenant, id).map((stored) -> keep(key, stored.state()));
	}

	private WornTheme standard(TenantId tenant) {
		Key key = new Key(tenant, StartingThemes.ID);
		WornTheme known = this.worn.getIfPresent(key);
		return (known != null) ? known : keep(key, loadOrSeed(this.tenants.get(tenant)));
	}

	private Theme loadOrSeed(Tenant tenant) {
		return this.documents.find(tenant.id(), StartingThemes.ID).map(Stored::state).orElseGet(() -> seed(tenant));
	}

	private Theme seed(Tenant tenant) {
		Theme theme = StartingThemes.of(tenant);
		try {
			this.documents.insert(tenant.id(), StartingThemes.ID, Change.of(theme));
		}
		catch (AlreadyExists present) {
			// another instance was quicker, with the same theme
		}
		return theme;
	}

	private WornTheme keep(Key key, Theme theme) {
		WornTheme loaded = new WornTheme(this.tenants.get(key.tenant()), key.id(), theme);
		this.worn.put(key, loaded);
		return loaded;
	}

	private record Key(TenantId tenant, String id) {

	}

}
