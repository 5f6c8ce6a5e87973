package dev.insyn.contact.keys;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every hour whether a pair is due, in every instance: they agree in the database.
@Component
class KeyRotation {

	private final EncryptionKeys keys;

	KeyRotation(EncryptionKeys keys) {
		this.keys = keys;
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void rotate() {
		this.keys.rotate();
	}

}
