package dev.insyn.notification.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The users of a tenant, asked of token-service and kept for a minute; never written down.
@Component
class TenantUsers {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final ServiceClients clients;

	private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

	private final Clock clock = Clock.systemUTC();

	TenantUsers(ServiceClients clients) {
		this.clients = clients;
	}

	/// For screens, which do without names rather than fail.
	List<User> orNone(TenantId tenant) {
		try {
			return all(tenant);
		}
		catch (Digests.Away away) {
			Known last = this.known.get(tenant);
			return (last != null) ? last.users() : List.of();
		}
	}

	/// @throws Digests.Away if token-service does not answer as it should
	List<User> all(TenantId tenant) {
		Instant now = this.clock.instant();
		Known last = this.known.get(tenant);
		if (last != null && last.until().isAfter(now)) {
			return last.users();
		}
		Known asked = new Known(ask(tenant), now.plus(KEPT));
		this.known.put(tenant, asked);
		return asked.users();
	}

	private List<User> ask(TenantId tenant) {
		try {
			Answer answer = this.clients.asService("token", tenant)
				.build()
				.get()
				.uri("/api/users")
				.retrieve()
				.body(Answer.class);
			return Objects.requireNonNullElse((answer != null) ? answer.users() : null, List.of());
		}
		catch (RestClientException away) {
			throw new Digests.Away();
		}
	}

	/// A user.
	///
	/// @param email what activities are assigned by; null where there is none
	record User(String id, String name, @Nullable String email) {

		/// What stands for the user where activities are assigned.
		String assignee() {
			return (this.email != null) ? this.email : this.id;
		}

		/// All that a rule may mean this user by.
		Set<String> names() {
			return Stream.of(this.id, this.email, (this.email != null) ? this.email.toLowerCase(Locale.ROOT) : null)
				.flatMap(Stream::ofNullable)
				.collect(Collectors.toSet());
		}

		@Override
		public String toString() {
			return "User[" + this.id + "]";
		}

		static Optional<User> of(List<User> users, String assignee) {
			return users.stream()
				.filter((user) -> user.names().contains(assignee)
						|| user.names().contains(assignee.toLowerCase(Locale.ROOT)))
				.findFirst();
		}

	}

	private record Answer(@Nullable List<User> users) {
	}

	private record Known(List<User> users, Instant until) {
	}

}
