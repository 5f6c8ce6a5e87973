package dev.insyn.page.portal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.catalogue.Catalogue;
import dev.insyn.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The field catalogue as it is now, kept for a minute: what fields are called, in which order they stand, and which are
/// not for everybody's eyes.
@Component
class FieldsNow {

	private static final Logger logger = LoggerFactory.getLogger(FieldsNow.class);

	private final Catalogue catalogue;

	private final Cache<TenantId, List<FieldDefinition>> known = Caffeine.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	FieldsNow(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/// Empty if it can't be asked for now.
	Optional<List<FieldDefinition>> of(TenantId tenant) {
		try {
			return Optional.of(this.known.get(tenant, this.catalogue::of));
		}
		catch (RestClientException away) {
			logger.info("The field catalogue of {} is not to be had: {}", tenant, away.getClass().getSimpleName());
			return Optional.empty();
		}
	}

}
