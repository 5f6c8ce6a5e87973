package dev.insyn.token.signin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

import dev.insyn.events.UserSignInRefused;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.session.SignInWay;
import dev.insyn.token.user.User;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What is told of refused sign-ins, and how often.
class SignInMessagingTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final User KARIN = new User(new TenantId("nordcykel"), "c7nuf6gb7dqg50tnn8ajmkd0i0",
			"karin@nordcykel.example", "Karin Åberg", 99, "sv");

	private final SignInMessaging messaging = new SignInMessaging((event) -> {
	}, Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC));

	@Test
	void writesUserSignInRefusedAsAgreed() throws IOException {
		OutgoingEvent event = refused(KARIN);
		try (InputStream sample = Objects
			.requireNonNull(UserSignInRefused.class.getResourceAsStream("/samples/" + event.type() + ".json"))) {
			assertThat((JsonNode) json.readTree(json.writeValueAsBytes(event.body()))).isEqualTo(json.readTree(sample));
		}
		assertThat(event.partitionKey()).isEqualTo("nordcykel:" + KARIN.id());
	}

	/// Red without the throttle: whoever tries addresses that nobody has would fill a log
	/// that can't forget.
	@Test
	void tellsOfNobodyOnlySoOften() {
		for (int i = 0; i < 30; i++) {
			assertThat(this.messaging.refused(null, RefusalReason.WRONG_CREDENTIALS, SignInWay.PASSWORD)).isNotNull();
		}
		assertThat(this.messaging.refused(null, RefusalReason.WRONG_CREDENTIALS, SignInWay.PASSWORD)).isNull();
		assertThat(refused(KARIN)).isNotNull();
	}

	private OutgoingEvent refused(User user) {
		return Objects
			.requireNonNull(this.messaging.refused(user, RefusalReason.WRONG_CREDENTIALS, SignInWay.PASSWORD));
	}

}
