package dev.insyn.notification.mailing;

import java.util.List;
import java.util.Objects;

import dev.insyn.notification.NotDelivered;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/// The tenant's segments, asked of contact-service: which there are, and who is in one now.
@Component
class Segments {

	private final ServiceClients clients;

	Segments(ServiceClients clients) {
		this.clients = clients;
	}

	/// @throws NotDelivered for now, if contact-service does not answer as it should
	List<Segment> all(TenantId tenant) {
		try {
			All all = this.clients.asService("contact", tenant)
				.build()
				.get()
				.uri("/api/segments")
				.retrieve()
				.body(All.class);
			return Objects.requireNonNull(all).segments();
		}
		catch (RestClientException | NullPointerException away) {
			throw NotDelivered.forNow("contact-service-away");
		}
	}

	/// @param after where the page begins; null for the first
	/// @throws NotDelivered for good if there is no such segment any more
	Audiences.Page contacts(TenantId tenant, String segment, @Nullable String after, int limit) {
		try {
			Some some = this.clients.asService("contact", tenant)
				.build()
				.get()
				.uri("/api/segments/{id}/contacts?limit={limit}" + ((after != null) ? "&after={after}" : ""),
						(after != null) ? new Object[] { segment, limit, after } : new Object[] { segment, limit })
				.retrieve()
				.body(Some.class);
			return new Audiences.Page(Objects.requireNonNull(some).contacts(), some.next());
		}
		catch (HttpClientErrorException.NotFound gone) {
			throw NotDelivered.forGood("segment-gone");
		}
		catch (RestClientException | NullPointerException away) {
			throw NotDelivered.forNow("contact-service-away");
		}
	}

	/// @param count how many contacts are in it, where that is known
	record Segment(String id, String name, @Nullable Long count) {
	}

	private record All(List<Segment> segments) {
	}

	private record Some(List<String> contacts, @Nullable String next) {
	}

}
