package dev.insyn.contact.keys;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public key that CRM systems seal contacts to; open to everyone, like every public key.
@RestController
class EncryptionKeyController {

	private static final CacheControl FIVE_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

	private final EncryptionKeys keys;

	EncryptionKeyController(EncryptionKeys keys) {
		this.keys = keys;
	}

	/// A JWK set (RFC 7517) of P-256 keys with `use: enc`.
	@GetMapping("/api/encryption-keys")
	ResponseEntity<String> keys() {
		return ResponseEntity.ok()
			.cacheControl(FIVE_MINUTES)
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.keys.publicKeys());
	}

}
