package dev.insyn.notification;

import java.time.Instant;
import java.util.Objects;

import dev.insyn.events.EmailFailed;
import dev.insyn.events.EmailSent;
import dev.insyn.events.Topics;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// The facts that this service publishes. Their key is the contact, so that what happened about one keeps its order.
final class OutgoingMessaging {

	private static final Actor ACTOR = Actor.system("notification-service");

	private OutgoingMessaging() {
	}

	static OutgoingEvent emailSent(TenantId tenant, String id, Email email, Instant now) {
		PageUse use = email.use();
		return fact(EmailSent.TYPE, tenant, id, use,
				new EmailSent(id, email.kind().code(), use.contact(), use.page(), now, use.cause()));
	}

	static OutgoingEvent emailFailed(TenantId tenant, String id, Email email, Instant now) {
		PageUse use = email.use();
		String reason = Objects.requireNonNull(email.reason());
		return fact(EmailFailed.TYPE, tenant, id, use, new EmailFailed(id, email.kind().code(), use.contact(),
				use.page(), now, use.cause(), reason, email.attempts()));
	}

	private static OutgoingEvent fact(String type, TenantId tenant, String subject, PageUse use, Object body) {
		return new OutgoingEvent(Topics.NOTIFICATIONS, type, tenant, subject, tenant + ":" + use.contact(), ACTOR,
				body);
	}

}
