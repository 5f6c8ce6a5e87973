package dev.insyn.page.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

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

	/// A field as it stands in the answer, where what is empty may be absent.
	record Entry(String key, FieldType type, @Nullable Map<String, String> labels, @Nullable List<Choice> choices,
			@Nullable FieldRules rules, @Nullable Map<String, String> purpose, @Nullable String legalBasis,
			@Nullable String retention, @Nullable String source) {

		FieldDefinition definition() {
			return new FieldDefinition(this.key, this.type, orEmpty(this.labels),
					(this.choices != null) ? this.choices : List.of(),
					(this.rules != null) ? this.rules : FieldRules.NONE, orEmpty(this.purpose),
					Objects.requireNonNullElse(this.legalBasis, ""), Objects.requireNonNullElse(this.retention, ""),
					Objects.requireNonNullElse(this.source, ""));
		}

		private static Map<String, String> orEmpty(@Nullable Map<String, String> texts) {
			return (texts != null) ? texts : Map.of();
		}

	}

}
