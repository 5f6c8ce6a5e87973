package dev.insyn.notification.template;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The tenants' contact fields, asked of contact-service and kept for a minute.
@Component
class FieldCatalogue {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final ParameterizedTypeReference<List<Entry>> ENTRIES = new ParameterizedTypeReference<>() {
	};

	private final ServiceClients clients;

	private final Map<TenantId, Kept> known = new ConcurrentHashMap<>();

	private final Clock clock = Clock.systemUTC();

	FieldCatalogue(ServiceClients clients) {
		this.clients = clients;
	}

	/// In the catalogue's order.
	/// @return null if they can't be had and were never known
	@Nullable List<Entry> of(TenantId tenant) {
		Instant now = this.clock.instant();
		Kept kept = this.known.get(tenant);
		if (kept != null && kept.until().isAfter(now)) {
			return kept.entries();
		}
		try {
			List<Entry> entries = Objects.requireNonNull(this.clients.asService("contact", tenant)
				.build()
				.get()
				.uri("/api/field-catalogue")
				.retrieve()
				.body(ENTRIES));
			this.known.put(tenant, new Kept(List.copyOf(entries), now.plus(KEPT)));
			return entries;
		}
		catch (RestClientException | NullPointerException away) {
			return (kept != null) ? kept.entries() : null;
		}
	}

	/// @param labels per language
	record Entry(String key, Map<String, String> labels, @Nullable Boolean retired) {

		String label(String language) {
			return Objects.requireNonNullElse(this.labels.getOrDefault(language, this.labels.get("en")), this.key);
		}

		boolean isRetired() {
			return Boolean.TRUE.equals(this.retired);
		}

	}

	private record Kept(List<Entry> entries, Instant until) {
	}

}
