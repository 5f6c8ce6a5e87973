package dev.insyn.token.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;

import dev.insyn.events.UserSignedIn;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.user.User;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What is told of sessions is exactly what was agreed.
class SessionContractTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final String USER = "c7nuf6gb7dqg50tnn8ajmkd0i0";

	private static final String SESSION = "0198f0a2-9000-7bbb-8ccc-2d3e4f5a6b7c";

	private static final UserSession BEGUN = UserSession.begin(USER, AT, new Browser("Chrome", "Windows"),
			SignInWay.PASSWORD, null);

	@Test
	void writesUserSignedInAsAgreed() {
		User karin = new User(NORDCYKEL, USER, "karin@nordcykel.example", "Karin Åberg", 99, "sv");
		assertAsAgreed(SessionMessaging.signedIn(karin, SESSION, BEGUN));
	}

	@Test
	void writesUserSignedOutAsAgreed() {
		assertAsAgreed(SessionMessaging.signedOut(NORDCYKEL, SESSION, BEGUN.end(AT)));
	}

	@Test
	void writesUserSessionRevokedAsAgreed() {
		assertAsAgreed(SessionMessaging.revoked(NORDCYKEL, SESSION, BEGUN.end(AT), Actor.user("another")));
	}

	private static void assertAsAgreed(OutgoingEvent event) {
		assertThat((JsonNode) json.readTree(json.writeValueAsBytes(event.body()))).isEqualTo(sample(event.type()));
		assertThat(event.topic()).isEqualTo("insyn.users");
		assertThat(event.partitionKey()).isEqualTo("nordcykel:" + USER);
	}

	private static JsonNode sample(String type) {
		try (InputStream sample = Objects
			.requireNonNull(UserSignedIn.class.getResourceAsStream("/samples/" + type + ".json"))) {
			return json.readTree(sample);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
