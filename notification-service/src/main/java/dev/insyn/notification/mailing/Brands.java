package dev.insyn.notification.mailing;

import java.util.Objects;

import dev.insyn.pagekit.Brand;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The tenant's standard look, for pages that contacts see here; its name alone where landing-page-service is away.
@Component
class Brands {

	private final ServiceClients clients;

	Brands(ServiceClients clients) {
		this.clients = clients;
	}

	Brand of(Tenant tenant) {
		String email = tenant.contactEmail().isEmpty() ? null : tenant.contactEmail();
		try {
			Answer answer = Objects.requireNonNull(this.clients.anonymous("landing-page")
				.build()
				.get()
				.uri("/brand/-?tenant={tenant}", tenant.id().value())
				.retrieve()
				.body(Answer.class));
			return new Brand(tenant.name(), answer.logo(), answer.banner(), answer.css(), email);
		}
		catch (RestClientException | NullPointerException away) {
			return new Brand(tenant.name(), null, null, null, email);
		}
	}

	private record Answer(@Nullable String logo, @Nullable String css, @Nullable String banner) {
	}

}
