package dev.insyn.contact.catalogue;

import java.util.List;
import java.util.Objects;

import dev.insyn.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/// Which pages show a field: landing-page-service knows, and is asked with the caller's own bearer.
@Component
class PagesWithField {

	private static final String PUBLISHED = "published";

	private final ServiceClients clients;

	PagesWithField(ServiceClients clients) {
		this.clients = clients;
	}

	/// The ids of the published pages with the field, as `P05`.
	/// @throws org.springframework.web.client.RestClientException if landing-page-service
	/// does not answer: then nothing is known
	List<String> published(String field) {
		JsonNode answer = Objects.requireNonNull(this.clients.onBehalfOfCaller("landing-page")
			.build()
			.get()
			.uri("/api/pages?field={field}", field)
			.retrieve()
			.body(JsonNode.class));
		JsonNode pages = answer.isArray() ? answer : answer.path("pages");
		return pages.valueStream()
			.filter((page) -> PUBLISHED.equalsIgnoreCase(text(page, "state")))
			.map((page) -> Objects.requireNonNullElse(text(page, "page"), "?"))
			.toList();
	}

	private static @Nullable String text(JsonNode page, String member) {
		JsonNode value = page.get(member);
		return (value != null && value.isString()) ? value.stringValue() : null;
	}

}
