package dev.insyn.notification.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.notification.NotDelivered;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.security.ServiceClients;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// The tenant's users as senders of mail, asked of token-service.
@Component
public class Senders {

	private final ServiceClients clients;

	Senders(ServiceClients clients) {
		this.clients = clients;
	}

	/// What merge fields say of who sends it.
	/// @param by `user:` or `client:` and the id
	/// @return empty for a client, and for a user who is gone
	/// @throws NotDelivered for now, if token-service does not answer as it should
	public Map<String, String> fields(TenantId tenant, String by) {
		return find(tenant, by)
			.map((user) -> Map.of("name", user.name(), "email", Objects.requireNonNullElse(user.email(), "")))
			.orElse(Map.of());
	}

	public Optional<User> find(TenantId tenant, String by) {
		Actor actor = Actor.parse(by);
		if (actor.kind() != Actor.Kind.USER) {
			return Optional.empty();
		}
		try {
			Answer answer = this.clients.asService("token", tenant)
				.build()
				.get()
				.uri("/api/users")
				.retrieve()
				.body(Answer.class);
			return Objects.requireNonNull(answer)
				.users()
				.stream()
				.filter((user) -> user.id().equals(actor.id()))
				.findFirst();
		}
		catch (RestClientException | NullPointerException away) {
			throw NotDelivered.forNow("token-service-away");
		}
	}

	/// A user of the tenant's.
	public record User(String id, String name, @Nullable String email) {

		@Override
		public String toString() {
			return "User[" + this.id + "]";
		}

	}

	private record Answer(List<User> users) {
	}

}
