package dev.insyn.contact.catalogue;

import java.util.List;
import java.util.Objects;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/// Which pages show a field: landing-page-service knows, and is asked with the caller's own bearer.
@Component
class PagesWithField {

	private static final String PUBLISHED = "published";

	private static final int MOST = 2000;

	private final ServiceClients clients;

	PagesWithField(ServiceClients clients) {
		this.clients = clients;
	}

	/// The ids of the published pages with the field, as `P05`.
	/// @throws Problem 403 if the caller may not read pages
	/// @throws org.springframework.web.client.RestClientException if landing-page-service
	/// does not answer: then nothing is known
	List<String> published(String field) {
		JsonNode answer = pages(field);
		JsonNode pages = answer.isArray() ? answer : answer.path("pages");
		return pages.valueStream()
			.filter((page) -> PUBLISHED.equalsIgnoreCase(text(page, "state")))
			.map((page) -> Objects.requireNonNullElse(text(page, "page"), "?"))
			.toList();
	}

	private JsonNode pages(String field) {
		try {
			return Objects.requireNonNull(this.clients.onBehalfOfCaller("landing-page")
				.build()
				.get()
				.uri("/api/pages?field={field}&limit={limit}", field, MOST)
				.retrieve()
				.body(JsonNode.class));
		}
		catch (HttpClientErrorException refused) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:pages-not-readable",
					"Deleting a field takes the right to read pages too");
		}
	}

	private static @Nullable String text(JsonNode page, String member) {
		JsonNode value = page.get(member);
		return (value != null && value.isString()) ? value.stringValue() : null;
	}

}
