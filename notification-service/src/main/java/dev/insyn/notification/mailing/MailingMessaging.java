package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import dev.insyn.events.ContactDataConfirmed;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.EmailBounced;
import dev.insyn.events.EmailFailed;
import dev.insyn.events.EmailSent;
import dev.insyn.events.LinkOpened;
import dev.insyn.events.MailingFinished;
import dev.insyn.events.MailingPaused;
import dev.insyn.events.MailingResumed;
import dev.insyn.events.MailingStarted;
import dev.insyn.events.Origin;
import dev.insyn.events.Topics;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.EventHandlers;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// What mailings tell, and what they hear of their contacts.
@Configuration(proxyBeanMethods = false)
class MailingMessaging {

	private static final Actor ACTOR = Actor.system("notification-service");

	private static final String KIND = "mailing";

	/// In a consumer group of its own, as others here read the same topics.
	@Bean
	Consumer<Message<byte[]>> openings(JsonMapper json, NotingAnswers answers) {
		return EventHandlers.builder(json)
			.on(LinkOpened.TYPE, LinkOpened.class,
					(event) -> answers.note(event.tenant(), event.body().contact(), event.body().page(),
							Recipient.Answer.OPENED, event.body().at()))
			.build();
	}

	@Bean
	Consumer<Message<byte[]>> answers(JsonMapper json, NotingAnswers answers) {
		return EventHandlers.builder(json)
			.on(ContactDataUpdated.TYPE, ContactDataUpdated.class,
					(event) -> answers.note(event.tenant(), event.body().contact(), page(event.body().origin()),
							Recipient.Answer.UPDATED, event.body().at()))
			.on(ContactDataConfirmed.TYPE, ContactDataConfirmed.class,
					(event) -> answers.note(event.tenant(), event.body().contact(), page(event.body().origin()),
							Recipient.Answer.CONFIRMED, event.body().at()))
			.build();
	}

	private static @Nullable String page(Origin origin) {
		return Origin.PAGE.equals(origin.kind()) ? origin.page() : null;
	}

	static OutgoingEvent sent(TenantId tenant, Recipient recipient, Instant now) {
		String id = recipient.mail();
		return ofContact(EmailSent.TYPE, tenant, id, recipient.contact(), new EmailSent(id, KIND, recipient.contact(),
				page(recipient), now, recipient.mailing(), recipient.mailing()));
	}

	static OutgoingEvent failed(TenantId tenant, Recipient recipient, Instant now) {
		String id = recipient.mail();
		return ofContact(EmailFailed.TYPE, tenant, id, recipient.contact(),
				new EmailFailed(id, KIND, recipient.contact(), page(recipient), now, recipient.mailing(),
						Objects.requireNonNullElse(recipient.reason(), "unknown"), recipient.attempts(),
						recipient.mailing()));
	}

	/// @param sent when the mail server took it
	static OutgoingEvent bounced(TenantId tenant, Recipient recipient, Instant sent, String status, Instant now) {
		return ofContact(EmailBounced.TYPE, tenant, recipient.mail(), recipient.contact(),
				new EmailBounced(recipient.mail(), KIND, recipient.contact(), page(recipient), sent, now,
						recipient.mailing(), status, recipient.mailing()));
	}

	private static @Nullable String page(Recipient recipient) {
		return recipient.pages().isEmpty() ? null : recipient.pages().getFirst();
	}

	static OutgoingEvent started(TenantId tenant, String id, Mailing mailing, Set<String> pages, Instant now) {
		Audience audience = mailing.audience();
		boolean segment = audience.kind() == Audience.Kind.SEGMENT;
		return ofMailing(MailingStarted.TYPE, tenant, id, Actor.parse(mailing.by()),
				new MailingStarted(id, mailing.template(), mailing.kind().code(), List.copyOf(pages),
						audience.kind().code(), segment ? audience.id() : null, segment ? null : audience.id(), now));
	}

	/// @param reason null if somebody wished it
	static OutgoingEvent paused(TenantId tenant, String id, @Nullable String reason, @Nullable Actor by, Instant now) {
		return ofMailing(MailingPaused.TYPE, tenant, id, (by != null) ? by : ACTOR, new MailingPaused(id, reason, now));
	}

	static OutgoingEvent resumed(TenantId tenant, String id, Actor by, Instant now) {
		return ofMailing(MailingResumed.TYPE, tenant, id, by, new MailingResumed(id, now));
	}

	static OutgoingEvent finished(TenantId tenant, String id, Mailing.Status how, Results results, @Nullable Actor by,
			Instant now) {
		return ofMailing(MailingFinished.TYPE, tenant, id, (by != null) ? by : ACTOR,
				new MailingFinished(id, how.code(), results.sent(), results.failed(), results.leftOut(), now));
	}

	private static OutgoingEvent ofContact(String type, TenantId tenant, String subject, String contact, Object body) {
		return new OutgoingEvent(Topics.NOTIFICATIONS, type, tenant, subject, tenant + ":" + contact, ACTOR, body);
	}

	private static OutgoingEvent ofMailing(String type, TenantId tenant, String mailing, Actor by, Object body) {
		return new OutgoingEvent(Topics.NOTIFICATIONS, type, tenant, mailing, by, body);
	}

}
