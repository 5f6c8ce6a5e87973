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

/// The tenant's users, asked of token-service with the signed-in user's own token. A screen does without them when they are
/// not to be had.
@Component
class Users {

	private static final Logger logger = LoggerFactory.getLogger(Users.class);

	private final RestClient tokens;

	Users(ServiceClients clients) {
		this.tokens = clients.onBehalfOfCaller("token").build();
	}

	Known all() {
		try {
			Answer answer = this.tokens.get().uri("/api/users").retrieve().body(Answer.class);
			return new Known(
					(answer != null) ? Objects.requireNonNullElse(answer.users(), List.<User>of()) : List.<User>of(),
					true);
		}
		catch (RestClientException away) {
			logger.info("The users are not to be had: {}", away.getClass().getSimpleName());
			return new Known(List.of(), false);
		}
	}

	/// Some of the users, or none because they could not be asked for.
	record Known(List<User> users, boolean complete) {

		/// What a user is called.
		/// @param actor such as `user:abc`
		@Nullable String name(String actor) {
			return this.users.stream()
				.filter((user) -> actor.equals("user:" + user.id()))
				.map(User::name)
				.findFirst()
				.orElse(null);
		}

	}

	/// A user of the tenant's.
	record User(String id, String name, String email, int level) {

		@Override
		public String toString() {
			return "User[" + this.id + "]";
		}

	}

	/// As token-service answers.
	record Answer(@Nullable List<User> users) {

	}

}
