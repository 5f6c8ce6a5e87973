package dev.insyn.page.waiting;

import java.time.Clock;
import java.time.Instant;

import dev.insyn.page.contacts.ContactService;
import dev.insyn.platform.sealing.JweRecipient;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// contact-service's public key, kept in our own database: an update must be sealable just when contact-service can't be
/// asked.
@Component
class EncryptionKeys {

	private static final Logger logger = LoggerFactory.getLogger(EncryptionKeys.class);

	private static final String ID = "contact-service";

	private final SystemDocuments<KnownKey> documents;

	private final ContactService contacts;

	private final JsonMapper json;

	private final Clock clock;

	private volatile @Nullable KnownKey known;

	EncryptionKeys(TenantDocumentsFactory database, ContactService contacts, JsonMapper json, Clock clock) {
		this.documents = database.system("encryption_keys", KnownKey.class);
		this.contacts = contacts;
		this.json = json;
		this.clock = clock;
	}

	/// @throws NoKeyYet if contact-service has never been reached
	JweRecipient current() {
		KnownKey key = this.known;
		if (key == null) {
			key = this.documents.find(ID).map(SystemDocuments.Entry::state).orElseThrow(NoKeyYet::new);
			this.known = key;
		}
		return JweRecipient.of(key.jwk());
	}

	/// Asks every second until there is a key, then once in ten minutes, as the key is
	/// rotated now and then.
	@Scheduled(fixedDelay = 1_000)
	void refresh() {
		KnownKey key = this.known;
		Instant now = this.clock.instant();
		if (key != null && key.learnt().plusSeconds(600).isAfter(now)) {
			return;
		}
		try {
			String jwk = newest(this.contacts.encryptionKeys());
			keep(new KnownKey(jwk, now));
		}
		catch (RuntimeException away) {
			logger.debug("contact-service's public key is not to be had now: {}", away.getClass().getSimpleName());
		}
	}

	private void keep(KnownKey key) {
		if (this.documents.find(ID).isPresent()) {
			this.documents.change(ID, (old) -> Change.of(key));
		}
		else {
			insert(key);
		}
		this.known = key;
	}

	private void insert(KnownKey key) {
		try {
			this.documents.insert(ID, key);
		}
		catch (AlreadyExists quicker) {
			// another instance learnt the same key
		}
	}

	private String newest(String jwkSet) {
		for (JsonNode key : this.json.readTree(jwkSet).path("keys")) {
			if (key.path("kty").asString("").equals("EC")) {
				return key.toString();
			}
		}
		throw new NoKeyYet();
	}

	/// A public key and when it was last seen in use.
	record KnownKey(String jwk, Instant learnt) {

	}

	/// Nothing can be sealed yet.
	static final class NoKeyYet extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NoKeyYet() {
			super("contact-service's public key is not known yet");
		}

	}

}
