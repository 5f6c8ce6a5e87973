package dev.insyn.notification.template;

import java.util.List;
import java.util.Objects;

import dev.insyn.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Contacts that fit some words, found with the signed-in user's own rights.
@Component
class FindingContacts {

	private static final int MOST = 12;

	private final RestClient contacts;

	FindingContacts(ServiceClients clients) {
		this.contacts = clients.onBehalfOfCaller("contact").build();
	}

	List<ContactChoice> search(String words) {
		if (words.isBlank()) {
			return List.of();
		}
		try {
			Answer answer = this.contacts.get()
				.uri("/api/contacts?query={words}&limit={most}", words, MOST)
				.retrieve()
				.body(Answer.class);
			return (answer != null) ? Objects.requireNonNullElse(answer.contacts(), List.<ContactChoice>of())
					: List.of();
		}
		catch (RestClientException away) {
			return List.of();
		}
	}

	private record Answer(@Nullable List<ContactChoice> contacts) {
	}

}
