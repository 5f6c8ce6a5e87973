package dev.insyn.page.portal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// What happened with the calling contact's data, asked of audit-service with the contact's own token, so that nobody
/// else's is reached.
@Component
class OwnHistory {

	private static final Logger logger = LoggerFactory.getLogger(OwnHistory.class);

	private final RestClient audit;

	OwnHistory(ServiceClients services) {
		this.audit = services.onBehalfOfCaller("audit").build();
	}

	/// Newest first; empty if it can't be asked for now.
	/// @param before the `next` of the slice before; null for the newest
	Optional<Slice> read(int limit, @Nullable Long before) {
		try {
			return Optional.ofNullable(this.audit.get()
				.uri((uri) -> uri.path("/own-history")
					.queryParam("limit", limit)
					.queryParamIfPresent("before", Optional.ofNullable(before))
					.build())
				.retrieve()
				.body(Slice.class));
		}
		catch (RestClientException away) {
			logger.info("A contact's history is not to be had: {}", away.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	/// @param next what the following slice begins before; null if nothing follows
	record Slice(@Nullable List<Entry> entries, @Nullable Long next) {

		List<Entry> all() {
			return Objects.requireNonNullElse(this.entries, List.of());
		}

	}

	/// Something that happened.
	///
	/// @param type as events are named, without a version
	/// @param by `contact`, `user`, `client` or `system`
	/// @param fields keys of what changed
	/// @param how in a word: of a mail its kind, of a sign-in its way
	record Entry(String type, Instant at, String by, @Nullable String page, @Nullable List<String> fields,
			@Nullable String how) {

		List<String> changed() {
			return Objects.requireNonNullElse(this.fields, List.of());
		}

	}

}
