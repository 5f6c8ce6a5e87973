package dev.insyn.page.catalogue;

import java.util.List;
import java.util.Objects;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/// A tenant's field catalogue, asked of contact-service, which owns it.
@Component
public class Catalogue {

	private final ServiceClients clients;

	Catalogue(ServiceClients clients) {
		this.clients = clients;
	}

	/// @throws org.springframework.web.client.RestClientException if contact-service, or
	/// token-service before it, does
	/// not answer
	public List<FieldDefinition> of(TenantId tenant) {
		List<Entry> entries = this.clients.asService("contact", tenant)
			.build()
			.get()
			.uri("/api/field-catalogue")
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		return Objects.requireNonNullElse(entries, List.<Entry>of()).stream().map(Entry::definition).toList();
	}

}
