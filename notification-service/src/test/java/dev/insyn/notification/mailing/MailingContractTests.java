package dev.insyn.notification.mailing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/// What mailings write is exactly what was agreed; what they read may have grown.
class MailingContractTests {

	private static final JsonMapper json = JsonMapper.builder()
		.changeDefaultPropertyInclusion((usual) -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final Actor KARIN = Actor.user("u4");

	private static final String MAILING = "8f14e45fceea167a5a36";

	private final NotingAnswers answers = mock();

	@Test
	void writesWhatBecomesOfAMailingAsAgreed() {
		Mailing mailing = Mailing.draft("Kontrollera dina uppgifter", "c9f0f895fb98ab9159f5", MailTemplate.Kind.SERVICE,
				Audience.segment("s7k2m4"), KARIN.toString(), 0, at("09:00"));
		assertAsAgreed(MailingMessaging.started(NORDCYKEL, MAILING, mailing, Set.of("P05"), at("09:30")));
		assertAsAgreed(MailingMessaging.paused(NORDCYKEL, MAILING, "page-closed", null, at("09:31")));
		assertAsAgreed(MailingMessaging.resumed(NORDCYKEL, MAILING, KARIN, at("09:32")));
		assertAsAgreed(MailingMessaging.finished(NORDCYKEL, MAILING, Mailing.Status.SENT,
				new Results(4812, 0, 7, 181, 0, 0, 0, 4812), null, at("09:40")));
	}

	/// Red when the user who sends is not named: an audit log that says "the system did
	/// it".
	@Test
	void namesWhoSends() {
		Mailing mailing = Mailing.draft("-", "t", MailTemplate.Kind.SERVICE, Audience.contacts(List.of("anna")),
				KARIN.toString(), 0, at("09:00"));
		assertThat(MailingMessaging.started(NORDCYKEL, MAILING, mailing, Set.of(), at("09:30")).actor())
			.isEqualTo(KARIN);
	}

	@Test
	void tellsOfEachMailWithTheContactAsKeyAndItsMailing() {
		Recipient anna = Recipient.going(MAILING, "anna-7", List.of("P05"), "run", at("09:30")).sent(at("09:31"));
		OutgoingEvent event = MailingMessaging.sent(NORDCYKEL, anna, at("09:31"));
		assertThat(event.partitionKey()).isEqualTo("nordcykel:anna-7");
		assertThat(json.<JsonNode>valueToTree(event.body()).get("mailing").stringValue()).isEqualTo(MAILING);
	}

	@Test
	void writesThatAMailCameBackAsAgreed() {
		Recipient karin = Recipient.going(MAILING, "k3v5q7w2m4n6p8r2t4x6z2b4c6", List.of("P05"), "run", at("09:29"));
		Recipient bounced = karin.sent(at("09:30")).failed("bounced", "550 5.1.1 no such user", at("09:34"));
		OutgoingEvent event = MailingMessaging.bounced(NORDCYKEL, bounced, at("09:30"), "5.1.1", at("09:34"));
		assertThat(json.readTree(json.writeValueAsString(event.body()))).isEqualTo(sample("email.bounced.v1"));
		assertThat(event.partitionKey()).isEqualTo("nordcykel:k3v5q7w2m4n6p8r2t4x6z2b4c6");
	}

	@ParameterizedTest
	@CsvSource({ "link.opened.v1, OPENED", "contact.data-updated.v1, UPDATED", "contact.data-confirmed.v1, CONFIRMED" })
	void readsAnAnswerThatHasGrown(String type, Recipient.Answer answer) {
		JsonNode sample = sample(type);
		hear(type);
		verify(this.answers).note(NORDCYKEL, sample.get("contact").stringValue(), "P05", answer,
				Instant.parse(sample.get("at").stringValue()));
	}

	@Test
	void passesOverWhatIsNoAnswer() {
		hear("contact.deleted.v1");
		verifyNoInteractions(this.answers);
	}

	private void hear(String type) {
		MailingMessaging messaging = new MailingMessaging();
		messaging.answers(json, this.answers).accept(received(type));
		messaging.openings(json, this.answers).accept(received(type));
	}

	private static void assertAsAgreed(OutgoingEvent event) {
		assertThat(json.readTree(json.writeValueAsString(event.body()))).isEqualTo(sample(event.type()));
		assertThat(event.topic()).isEqualTo("insyn.notifications");
		assertThat(event.partitionKey()).isEqualTo("nordcykel:" + MAILING);
	}

	private static Instant at(String time) {
		return Instant.parse("2026-11-21T" + time + ":00Z");
	}

	private static Message<byte[]> received(String type) {
		ObjectNode body = (ObjectNode) sample(type);
		body.put("addedLater", "and harmless");
		Map<String, Object> headers = new HashMap<>(
				Map.of("ce_specversion", "1.0", "ce_id", "event-1", "ce_type", type, "ce_source", "/test", "ce_subject",
						"subject", "ce_time", "2026-11-21T09:30:00Z", "ce_tenant", "nordcykel"));
		return MessageBuilder.withPayload(json.writeValueAsBytes(body)).copyHeaders(headers).build();
	}

	private static JsonNode sample(String type) {
		try (InputStream in = Objects
			.requireNonNull(dev.insyn.events.MailingStarted.class.getResourceAsStream("/samples/" + type + ".json"))) {
			return json.readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
