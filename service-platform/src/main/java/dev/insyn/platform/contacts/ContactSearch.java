package dev.insyn.platform.contacts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks contact-service for contacts to choose from, with the signed-in user's own rights. Words are posted, as they may be
/// people's names, and stand in no address, trace or log.
public class ContactSearch {

	private static final Logger logger = LoggerFactory.getLogger(ContactSearch.class);

	private static final int MOST = 12;

	private static final int SHORTEST = 3;

	private final RestClient contacts;

	public ContactSearch(ServiceClients clients) {
		this.contacts = clients.onBehalfOfCaller("contact").build();
	}

	/// Some of those that fit all words, what was changed last first; nobody where there
	/// are no words.
	public Found find(String words) {
		if (words.isBlank()) {
			return new Found(List.of(), false);
		}
		try {
			Answer answer = this.contacts.post()
				.uri("/api/contacts/search")
				.contentType(MediaType.APPLICATION_JSON)
				.body(Map.of("query", searched(words), "limit", MOST))
				.retrieve()
				.body(Answer.class);
			return new Found((answer != null) ? Objects.requireNonNullElse(answer.contacts(), List.of()) : List.of(),
					false);
		}
		catch (RestClientException away) {
			logger.info("Contacts are not to be had: {}", away.getClass().getSimpleName());
			return new Found(List.of(), true);
		}
	}

	/// A word just begun finds nobody yet; until it has three letters, those before it
	/// do.
	static String searched(String words) {
		String all = words.strip();
		int last = all.lastIndexOf(' ') + 1;
		return (last > 0 && all.length() - last < SHORTEST) ? all.substring(0, last).strip() : all;
	}

	/// What people call a contact. That the user looked at it is told.
	/// @return empty where there is none, or it can't be had
	public Optional<String> name(String contact) {
		try {
			Named named = this.contacts.get().uri("/contacts/{contact}?fields=", contact).retrieve().body(Named.class);
			return Optional.ofNullable(named).map(Named::displayName);
		}
		catch (RestClientException away) {
			logger.info("A contact is not to be had: {}", away.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	/// Whom a search found.
	///
	/// @param away whether contact-service could not be asked
	public record Found(List<FoundContact> contacts, boolean away) {

		@Override
		public String toString() {
			return "Found[" + this.contacts.size() + "]";
		}

	}

	private record Answer(@Nullable List<FoundContact> contacts) {
	}

	private record Named(@Nullable String displayName) {
	}

}
