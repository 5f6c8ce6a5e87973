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

/// Which published pages show something of the catalogue: landing-page-service knows, and is asked with the caller's own
/// bearer.
@Component
public class PublishedPages {

	private static final String PUBLISHED = "published";

	private static final int MOST = 2000;

	private final ServiceClients clients;

	PublishedPages(ServiceClients clients) {
		this.clients = clients;
	}

	/// The ids of the pages with the field, as `P05`.
	/// @throws Problem 403 if the caller may not read pages
	/// @throws org.springframework.web.client.RestClientException if landing-page-service
	/// does not answer: then nothing is known
	List<String> withField(String key) {
		return published("field", key);
	}

	/// The ids of the pages with a report of the record type; throws as [#withField]
	/// does.
	public List<String> withRecordType(String key) {
		return published("recordType", key);
	}

	private List<String> published(String part, String key) {
		JsonNode answer = pages(part, key);
		JsonNode pages = answer.isArray() ? answer : answer.path("pages");
		return pages.valueStream()
			.filter((page) -> PUBLISHED.equalsIgnoreCase(text(page, "state")))
			.map((page) -> Objects.requireNonNullElse(text(page, "page"), "?"))
			.toList();
	}

	private JsonNode pages(String part, String key) {
		try {
			return Objects.requireNonNull(this.clients.onBehalfOfCaller("landing-page")
				.build()
				.get()
				.uri("/api/pages?{part}={key}&limit={limit}", part, key, MOST)
				.retrieve()
				.body(JsonNode.class));
		}
		catch (HttpClientErrorException refused) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:pages-not-readable",
					"Deleting takes the right to read pages too");
		}
	}

	private static @Nullable String text(JsonNode page, String member) {
		JsonNode value = page.get(member);
		return (value != null && value.isString()) ? value.stringValue() : null;
	}

}
