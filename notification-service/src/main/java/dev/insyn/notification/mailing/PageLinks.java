package dev.insyn.notification.mailing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.notification.NotDelivered;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/// Has token-service issue each contact its own link, when its mail is written. The link rests nowhere but in the mail.
@Component
class PageLinks {

	private final ServiceClients clients;

	PageLinks(ServiceClients clients) {
		this.clients = clients;
	}

	/// @return addresses, by contact
	/// @throws NotDelivered for good if no links are issued to the page any more
	Map<String, String> issue(TenantId tenant, String page, List<String> contacts, String mailing) {
		try {
			Issued issued = this.clients.asService("token", tenant)
				.build()
				.post()
				.uri("/api/links")
				.contentType(MediaType.APPLICATION_JSON)
				.body(new Wish(page, contacts, mailing))
				.retrieve()
				.body(Issued.class);
			Map<String, String> addresses = new HashMap<>();
			Objects.requireNonNull(issued).links().forEach((link) -> addresses.put(link.contact(), link.url()));
			if (!addresses.keySet().containsAll(contacts)) {
				throw NotDelivered.forNow("token-service-away");
			}
			return addresses;
		}
		catch (HttpClientErrorException.UnprocessableContent closed) {
			throw NotDelivered.forGood("page-closed");
		}
		catch (RestClientException | NullPointerException away) {
			throw NotDelivered.forNow("token-service-away");
		}
	}

	private record Wish(String page, List<String> contacts, String mailing) {
	}

	private record Issued(List<NewLink> links) {
	}

	private record NewLink(String contact, String url) {

		@Override
		public String toString() {
			return "NewLink[]";
		}

	}

}
