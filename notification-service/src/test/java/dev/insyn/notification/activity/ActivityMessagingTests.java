package dev.insyn.notification.activity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import dev.insyn.events.ActivityCreated;
import dev.insyn.notification.PageUse;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What is told of activities is what was agreed, and nothing that users write.
class ActivityMessagingTests {

	private static final JsonMapper json = new JsonMapper();

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final String ID = "0198f0a2-8d33-7c2b-8e44-3c4d5e6f7081";

	private static final Instant CREATED = Instant.parse("2026-11-21T09:30:00Z");

	private static final Instant AT = Instant.parse("2026-11-23T08:15:00Z");

	private static final Activity ACTIVITY = Activity.because(
			new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", "P05", List.of(), CREATED,
					"0198f0a2-7b11-7d0e-8f21-0a1b2c3d4e5f"),
			"follow-up", "Uppdaterade kunduppgifter", "kundservice", LocalDate.of(2026, 11, 24), CREATED);

	@Test
	void writesWhatWasAgreed() {
		assertAsAgreed(ActivityMessaging.created(NORDCYKEL, ID, ACTIVITY));
		assertAsAgreed(ActivityMessaging.completed(NORDCYKEL, ID, ACTIVITY, Actor.user("u1"), AT));
		assertAsAgreed(
				ActivityMessaging.changed(NORDCYKEL, ID, ACTIVITY.planned("kundservice", LocalDate.of(2026, 11, 27)),
						ActivityMessaging.PLANNED, Actor.user("u1"), AT));
	}

	@Test
	void tellsNoWordThatAUserWrote() {
		Activity own = new Activity(new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", PageUse.NONE, List.of(), CREATED, "x"),
				"call", "call", new Activity.Own("Ring Anna".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
				"karin@nordcykel.example", LocalDate.of(2026, 11, 24), CREATED, null, List.of(), 1);
		ActivityCreated told = (ActivityCreated) ActivityMessaging.created(NORDCYKEL, ID, own, Actor.user("u1")).body();
		assertThat(told.subject()).isEqualTo("call");
		assertThat(told.page()).isNull();
		assertThat(told.cause()).isNull();
	}

	private static void assertAsAgreed(OutgoingEvent event) {
		assertThat((JsonNode) json.valueToTree(event.body())).isEqualTo(sample(event.type()));
		assertThat(event.topic()).isEqualTo("insyn.notifications");
		assertThat(event.partitionKey()).isEqualTo("nordcykel:k3v5q7w2m4n6p8r2t4x6z2b4c6");
	}

	private static JsonNode sample(String type) {
		try (InputStream in = Objects
			.requireNonNull(ActivityCreated.class.getResourceAsStream("/samples/" + type + ".json"))) {
			return json.readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
