package dev.insyn.contact;

import java.time.Clock;
import java.util.Base64;

import dev.insyn.platform.messaging.EventSender;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.security.ClientCaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Gives a client the key to a contact's events. That it did is told before the key leaves: no key without a record.
@Component
class HandingOutKeys {

	private static final Logger logger = LoggerFactory.getLogger(HandingOutKeys.class);

	private final Contacts contacts;

	private final ContactEvents events;

	private final EventSender sender;

	private final Clock clock;

	HandingOutKeys(Contacts contacts, ContactEvents events, EventSender sender, Clock clock) {
		this.contacts = contacts;
		this.events = events;
		this.sender = sender;
		this.clock = clock;
	}

	Jwk handOut(ContactId contact, ClientCaller client) {
		DataKey key = this.contacts.dataKey(client.tenant(), contact);
		this.sender
			.send(this.events.keyHandedOut(client.tenant(), contact, key.id(), client.actor(), this.clock.instant()));
		logger.info("Data key {} of contact {} handed out to {}", key.id(), contact, client.actor());
		return Jwk.of(key);
	}

	/// A symmetric key as a JWK (RFC 7517).
	record Jwk(String kty, String kid, String k, String alg, String use) {

		static Jwk of(DataKey key) {
			return new Jwk("oct", key.id(), Base64.getUrlEncoder().withoutPadding().encodeToString(key.bytes()),
					"A256GCM", "enc");
		}

		@Override
		public String toString() {
			return "Jwk[" + this.kid + "]";
		}

	}

}
