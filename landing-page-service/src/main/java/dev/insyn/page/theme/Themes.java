package dev.insyn.page.theme;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.UploadedImages;
import dev.insyn.pagekit.Brand;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The tenants' themes. A tenant without one is given one that fits. What pages wear is kept in memory until the theme
/// changes, wherever that happens.
@Component
public class Themes {

	/// So many themes a tenant may have.
	static final int MOST = 200;

	private static final Comparator<Stored<Theme>> STANDARD_FIRST = Comparator
		.comparing((Stored<Theme> theme) -> !theme.id().equals(StartingThemes.ID))
		.thenComparing((theme) -> theme.state().name(), String.CASE_INSENSITIVE_ORDER);

	private final TenantDocuments<Theme> documents;

	private final Tenants tenants;

	private final UploadedImages images;

	private final Cache<Key, WornTheme> worn = Caffeine.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Themes(TenantDocumentsFactory database, Tenants tenants, UploadedImages images) {
		this.documents = database.of("looks", Theme.class);
		this.tenants = tenants;
		this.images = images;
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

	/// A theme's colours in the light, for what can wear no style sheet, such as a mail.
	public Palette light(TenantId tenant, String id) {
		return find(tenant, id).orElseGet(() -> standard(tenant)).light();
	}

	/// A theme's logo, for what can load none, such as a mail.
	public Optional<MailLogo> mailLogo(TenantId tenant, String id) {
		return find(tenant, id).orElseGet(() -> standard(tenant)).mailLogo();
	}

	/// The look of what is not saved, with a style sheet at another address.
	public Brand brand(TenantId tenant, Pictures pictures, String css) {
		Tenant known = this.tenants.get(tenant);
		return WornTheme.brand(known, css, picture(tenant, pictures, ImageKind.LOGO),
				picture(tenant, pictures, ImageKind.BANNER));
	}

	/// A picture as pages show it; null if there is none.
	public @Nullable Picture picture(TenantId tenant, Pictures pictures, ImageKind kind) {
		return WornTheme.picture(this.tenants.get(tenant), pictures.get(kind), this.images);
	}

	/// Whether a theme of the tenant may have these pictures: its own uploads, and ours
	/// where its standard theme began with them.
	boolean mayWear(TenantId tenant, Pictures pictures) {
		Pictures ours = StartingThemes.of(this.tenants.get(tenant)).pictures();
		return Arrays.stream(ImageKind.values()).allMatch((kind) -> {
			String picture = pictures.get(kind);
			return picture == null || picture.equals(ours.get(kind)) || !ThemeImages.isOurs(picture)
					&& this.images.find(tenant, picture).filter((image) -> image.kind() == kind).isPresent();
		});
	}

	/// The standard theme, then the others by name.
	public List<Stored<Theme>> all(TenantId tenant) {
		standard(tenant);
		return this.documents.find(tenant, new Criteria(), Sort.unsorted(), MOST)
			.stream()
			.sorted(STANDARD_FIRST)
			.toList();
	}

	public Optional<Stored<Theme>> load(TenantId tenant, String id) {
		if (id.equals(StartingThemes.ID)) {
			standard(tenant);
		}
		return this.documents.find(tenant, id);
	}

	Optional<WornTheme> find(TenantId tenant, String id) {
		return id.equals(StartingThemes.ID) ? Optional.of(standard(tenant))
				: Optional.ofNullable(this.worn.get(new Key(tenant, id),
						(key) -> this.documents.find(key.tenant(), key.id())
							.map((stored) -> worn(key.tenant(), key.id(), stored.state()))
							.orElse(null)));
	}

	/// A theme as pages wear it, whether it is stored or not.
	WornTheme worn(TenantId tenant, String id, Theme theme) {
		return new WornTheme(this.tenants.get(tenant), id, theme, this.images);
	}

	/// Drops what is kept in memory of a theme.
	void forget(TenantId tenant, String id) {
		this.worn.invalidate(new Key(tenant, id));
	}

	TenantDocuments<Theme> documents() {
		return this.documents;
	}

	private WornTheme standard(TenantId tenant) {
		WornTheme loaded = this.worn.get(new Key(tenant, StartingThemes.ID),
				(key) -> worn(key.tenant(), key.id(), loadOrSeed(this.tenants.get(key.tenant()))));
		if (loaded == null) {
			throw new IllegalStateException("A standard theme is always there");
		}
		return loaded;
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

	private record Key(TenantId tenant, String id) {

	}

}
