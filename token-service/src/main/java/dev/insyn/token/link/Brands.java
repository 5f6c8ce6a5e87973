package dev.insyn.token.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.insyn.pagekit.Brand;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// How a page looks, from landing-page-service. A link page must come up without it too: then it bears the tenant's
/// name alone, or the look that was known last.
@Component
public class Brands {

	/// No page: the tenant's standard theme.
	public static final String STANDARD = "-";

	private static final Logger logger = LoggerFactory.getLogger(Brands.class);

	private final RestClient landingPages;

	private final Tenants tenants;

	private final LoadingCache<Key, PageBrand> known = Caffeine.newBuilder()
		.maximumSize(1000)
		.refreshAfterWrite(Duration.ofSeconds(60))
		.expireAfter(Expiry.creating((Key key, PageBrand brand) -> brand.kept()))
		.build(new Asking());

	Brands(ServiceClients services, Tenants tenants) {
		this.landingPages = services.anonymous("landing-page").build();
		this.tenants = tenants;
	}

	/// @param page its number; [#STANDARD] for the tenant's own look
	public PageBrand of(TenantId tenant, String page) {
		return this.known.get(new Key(tenant, page));
	}

	private Optional<PageBrand> ask(Key key) {
		try {
			Answer answer = this.landingPages.get()
				.uri("/brand/{page}?tenant={tenant}", key.page(), key.tenant().value())
				.retrieve()
				.body(Answer.class);
			return Optional.ofNullable(answer).map((found) -> found.toBrand(this.tenants.get(key.tenant())));
		}
		catch (RestClientException away) {
			logger.info("The look of {} of {} is not to be had: {}", key.page(), key.tenant(),
					away.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private final class Asking implements CacheLoader<Key, PageBrand> {

		@Override
		public PageBrand load(Key key) {
			return ask(key).orElseGet(() -> PageBrand.plain(Brands.this.tenants.get(key.tenant())));
		}

		@Override
		public PageBrand reload(Key key, PageBrand old) {
			return ask(key).orElse(old);
		}

	}

	private record Key(TenantId tenant, String page) {
	}

	/// @param languages of the page, the first is the default
	/// @param kept how long it is remembered, also while landing-page-service is away
	public record PageBrand(Brand brand, List<String> languages, Duration kept) {

		static PageBrand plain(Tenant tenant) {
			return new PageBrand(new Brand(tenant.name(), null, null, null, emptyToNull(tenant.contactEmail())),
					tenant.languages(), Duration.ofSeconds(5));
		}

	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private record Answer(@Nullable String tenantName, @Nullable String logo, @Nullable String css,
			@Nullable String banner, @Nullable List<String> languages) {

		PageBrand toBrand(Tenant tenant) {
			String name = (this.tenantName != null) ? this.tenantName : tenant.name();
			List<String> spoken = (this.languages != null && !this.languages.isEmpty()) ? this.languages
					: tenant.languages();
			return new PageBrand(new Brand(name, this.logo, this.banner, this.css, emptyToNull(tenant.contactEmail())),
					spoken, Duration.ofDays(1));
		}

	}

}
