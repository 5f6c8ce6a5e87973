package dev.insyn.page.console;

import java.util.List;
import java.util.Objects;

import dev.insyn.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Contacts to look at a page with, found with the signed-in user's own rights.
@Component
class Contacts {

	private static final Logger logger = LoggerFactory.getLogger(Contacts.class);

	private static final int MOST = 12;

	private final RestClient contacts;

	Contacts(ServiceClients clients) {
		this.contacts = clients.onBehalfOfCaller("contact").build();
	}

	List<Found> search(String words) {
		if (words.isBlank()) {
			return List.of();
		}
		try {
			Answer answer = this.contacts.get()
				.uri("/api/contacts?query={words}&limit={most}", words, MOST)
				.retrieve()
				.body(Answer.class);
			return (answer != null) ? Objects.requireNonNullElse(answer.contacts(), List.<Found>of()) : List.of();
		}
		catch (RestClientException away) {
			logger.info("Contacts are not to be had: {}", away.getClass().getSimpleName());
			return List.of();
		}
	}

	/// A contact that fits.
	record Found(String id, String displayName) {

		@Override
		public String toString() {
			return "Found[" + this.id + "]";
		}

	}

	/// As contact-service answers.
	record Answer(@Nullable List<Found> contacts) {

	}

}
