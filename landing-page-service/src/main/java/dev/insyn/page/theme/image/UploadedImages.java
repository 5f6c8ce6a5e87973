package dev.insyn.page.theme.image;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.page.theme.image.PictureRefused.Reason;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The pictures that a tenant's administrators uploaded, each under the hash of its content.
@Component
public class UploadedImages {

	/// A tenant's pictures, worn or not.
	private static final long MOST = 1_000;

	private static final long MOST_BYTES_IN_MEMORY = 16 * 1024 * 1024;

	private final TenantDocuments<KeptImage> documents;

	private final Tenants tenants;

	private final Clock clock;

	private final Cache<Key, PreparedImage> recent = Caffeine.newBuilder()
		.maximumWeight(MOST_BYTES_IN_MEMORY)
		.weigher((Key key,
				PreparedImage image) -> image.renditions().stream().mapToInt((size) -> size.content().length).sum())
		.build();

	UploadedImages(TenantDocumentsFactory database, Tenants tenants, Clock clock) {
		this.documents = database.of("theme_images", KeptImage.class);
		this.tenants = tenants;
		this.clock = clock;
	}

	/// @return the picture's hash
	/// @throws PictureRefused if the tenant has too many
	public String keep(TenantId tenant, PreparedImage image) {
		String hash = image.hash();
		KeptImage kept = new KeptImage(image, this.clock.instant());
		try {
			if (this.documents.count(tenant, new Criteria()) >= MOST) {
				throw new PictureRefused(Reason.TOO_MANY);
			}
			this.documents.insert(tenant, hash, Change.of(kept));
		}
		catch (AlreadyExists present) {
			this.documents.change(tenant, hash, (older) -> Change.of(kept));
		}
		return hash;
	}

	/// A picture of this tenant; those of others can't be found.
	public Optional<PreparedImage> find(TenantId tenant, String hash) {
		return Optional.ofNullable(this.recent.get(new Key(tenant, hash),
				(key) -> this.documents.find(key.tenant(), key.hash())
					.map((stored) -> stored.state().image())
					.orElse(null)));
	}

	/// Removes what was kept longer than some time and is not worn.
	/// @return how many
	public int sweep(Duration unworn, BiPredicate<TenantId, String> worn) {
		Instant limit = this.clock.instant().minus(unworn);
		int[] removed = new int[1];
		this.tenants.all().forEach((tenant) -> this.documents.forEach(tenant.id(), (stored) -> {
			if (stored.state().keptAt().isBefore(limit) && !worn.test(stored.tenant(), stored.id())) {
				this.documents.delete(stored.tenant(), stored.id());
				this.recent.invalidate(new Key(stored.tenant(), stored.id()));
				removed[0]++;
			}
		}));
		return removed[0];
	}

	private record Key(TenantId tenant, String hash) {

	}

	/// @param keptAt when it was last uploaded
	record KeptImage(PreparedImage image, Instant keptAt) {

	}

}
