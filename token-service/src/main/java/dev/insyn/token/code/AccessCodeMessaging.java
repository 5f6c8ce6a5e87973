package dev.insyn.token.code;

import java.time.Instant;

import dev.insyn.events.AccessCodeRequested;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;

/// What is told of codes. Who asked is not known, so it is nobody's act.
final class AccessCodeMessaging {

	private AccessCodeMessaging() {
	}

	static OutgoingEvent requested(TenantId tenant, String challenge, AccessCode code, Instant now) {
		String contact = code.contacts().getFirst();
		return new OutgoingEvent(AccessCodeRequested.TOPIC, AccessCodeRequested.TYPE, tenant, challenge,
				tenant + ":" + contact, Actor.system("token-service"), new AccessCodeRequested(challenge, contact,
						code.purpose().word(), code.page(), code.language(), now, code.expires()));
	}

}
