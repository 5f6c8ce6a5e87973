package dev.insyn.page.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/// The kinds of records that a tenant stores, asked of contact-service, which owns them.
@Component
public class RecordTypes {

	private final ServiceClients clients;

	RecordTypes(ServiceClients clients) {
		this.clients = clients;
	}

	/// @throws org.springframework.web.client.RestClientException if contact-service, or
	/// token-service before it, does
	/// not answer
	public List<RecordType> of(TenantId tenant) {
		List<Answer> answers = this.clients.asService("contact", tenant)
			.build()
			.get()
			.uri("/api/record-types")
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		return Objects.requireNonNullElse(answers, List.<Answer>of()).stream().map(Answer::type).toList();
	}

	/// A record type as it stands in the answer, where what is empty may be absent.
	record Answer(String key, @Nullable Map<String, String> labels, @Nullable List<Entry> columns,
			@Nullable Map<String, String> purpose, @Nullable String legalBasis, @Nullable String retention,
			@Nullable String source) {

		RecordType type() {
			return new RecordType(this.key, Entry.orEmpty(this.labels),
					Objects.requireNonNullElse(this.columns, List.<Entry>of()).stream().map(Entry::definition).toList(),
					Entry.orEmpty(this.purpose), Objects.requireNonNullElse(this.legalBasis, ""),
					Objects.requireNonNullElse(this.retention, ""), Objects.requireNonNullElse(this.source, ""));
		}

	}

}
