package dev.insyn.notification;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.LandingPagePublished;
import dev.insyn.platform.messaging.OutgoingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/// What this service writes is exactly what was agreed; what it reads may have grown.
class ContractTests {

	/// As the application writes: what there is none of is left out.
	private static final JsonMapper json = JsonMapper.builder()
		.changeDefaultPropertyInclusion((usual) -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

	private static final PageUse USE = new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", "P05", List.of("phone"), AT,
			"0198f0a2-7b11-7d0e-8f21-0a1b2c3d4e5f");

	private static final String MAIL = "0198f0a2-8c22-7b1a-9d33-2b3c4d5e6f70";

	private final Pages pages = mock();

	private final TellingUsers tellingUsers = mock();

	private final TellingContacts tellingContacts = mock();

	private final IncomingMessaging incoming = new IncomingMessaging();

	@Test
	void writesEmailSentAsAgreed() {
		assertAsAgreed(OutgoingMessaging.emailSent(NotificationFixtures.NORDCYKEL, MAIL,
				Email.queued(EmailKind.PAGE_USED, USE, "recipient", AT).sent(AT), AT));
	}

	@Test
	void writesEmailFailedAsAgreed() {
		Email email = Email.queued(EmailKind.PAGE_USED, USE, "recipient", AT);
		for (int attempt = 0; attempt < 5; attempt++) {
			email = email.taken(AT, Duration.ofSeconds(1));
		}
		assertAsAgreed(OutgoingMessaging.emailFailed(NotificationFixtures.NORDCYKEL, MAIL,
				email.failed("mailbox-unavailable", AT), AT));
	}

	@Test
	void readsAPublishingThatHasGrown() {
		this.incoming.landingPages(json, this.pages).accept(received(LandingPagePublished.TYPE));
		ArgumentCaptor<PageRules> learnt = ArgumentCaptor.captor();
		verify(this.pages).learn(eq(NotificationFixtures.NORDCYKEL), learnt.capture(), eq("event-1"));
		assertThat(learnt.getValue().page()).isEqualTo("P05");
		assertThat(learnt.getValue().version()).isEqualTo(3);
		assertThat(learnt.getValue().recipients()).containsExactly("kundservice@nordcykel.example");
		assertThat(learnt.getValue().activity())
			.isEqualTo(new PageRules.ActivityRule("follow-up", "Uppdaterade kunduppgifter", "kundservice", 3));
		assertThat(learnt.getValue().name("en")).isEqualTo("Edit your data");
		assertThat(learnt.getValue().labels(List.of("email", "phone"), "sv")).containsExactly("Telefon", "E-post");
	}

	@Test
	void readsAnUpdateThatHasGrown() {
		this.incoming.contacts(json, this.tellingUsers, this.tellingContacts).accept(received(ContactDataUpdated.TYPE));
		verify(this.tellingUsers).of(NotificationFixtures.NORDCYKEL,
				new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", "P05", List.of("phone", "newsletter"), AT, "event-1"));
	}

	@ParameterizedTest
	@CsvSource({ "contact.email-change-requested.v1, EMAIL_CODE", "contact.email-changed.v1, EMAIL_CHANGED" })
	void readsAnAddressChangeThatHasGrown(String type, EmailKind kind) {
		this.incoming.contacts(json, this.tellingUsers, this.tellingContacts).accept(received(type));
		verify(this.tellingContacts).of(NotificationFixtures.NORDCYKEL, kind,
				new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", "P05", List.of(), AT, "event-1"), "Q2hhbmdlT2ZFbWFpbA");
	}

	@Test
	void readsARequestForACodeThatHasGrown() {
		this.incoming.links(json, this.tellingContacts).accept(received("access-code.requested.v1"));
		verify(this.tellingContacts).of(NotificationFixtures.NORDCYKEL, EmailKind.ACCESS_CODE,
				new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", "P05", List.of(), AT, "event-1"), "Q2hhbGxlbmdlQnlBQ29kZQ");
	}

	@Test
	void readsARequestForAFreshLinkThatHasGrown() {
		this.incoming.links(json, this.tellingContacts).accept(received("link.requested.v1"));
		verify(this.tellingContacts).of(NotificationFixtures.NORDCYKEL, EmailKind.FRESH_LINK,
				new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", "P05", List.of(), AT, "event-1"), "sv P05");
	}

	@Test
	void readsAnotherWayInThatHasGrown() {
		this.incoming.links(json, this.tellingContacts).accept(received("portal.access-changed.v1"));
		verify(this.tellingContacts).of(NotificationFixtures.NORDCYKEL, EmailKind.ACCESS_ADDED,
				new PageUse("k3v5q7w2m4n6p8r2t4x6z2b4c6", PageUse.NONE, List.of(),
						Instant.parse("2026-11-21T09:30:00Z"), "event-1"),
				"passkey sv");
	}

	@Test
	void passesOverAConfirmation() {
		this.incoming.contacts(json, this.tellingUsers, this.tellingContacts)
			.accept(received("contact.data-confirmed.v1"));
		verify(this.tellingUsers, never()).of(any(), any());
	}

	private static void assertAsAgreed(OutgoingEvent event) {
		assertThat((JsonNode) json.valueToTree(event.body())).isEqualTo(sample(event.type()));
		assertThat(event.topic()).isEqualTo("insyn.notifications");
		assertThat(event.partitionKey()).isEqualTo("nordcykel:k3v5q7w2m4n6p8r2t4x6z2b4c6");
	}

	private static Message<byte[]> received(String type) {
		ObjectNode body = (ObjectNode) sample(type);
		body.put("addedLater", "and harmless");
		Map<String, Object> headers = new HashMap<>(Map.of("ce_specversion", "1.0", "ce_id", "event-1", "ce_type", type,
				"ce_source", "/test", "ce_subject", "subject", "ce_time", AT.toString(), "ce_tenant", "nordcykel"));
		return MessageBuilder.withPayload(json.writeValueAsBytes(body)).copyHeaders(headers).build();
	}

	private static JsonNode sample(String type) {
		try (InputStream in = Objects
			.requireNonNull(ContactDataUpdated.class.getResourceAsStream("/samples/" + type + ".json"))) {
			return json.readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
