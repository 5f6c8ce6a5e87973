package dev.insyn.stack.crm;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The data keys of a tenant's contacts, asked for as an API client and kept for at most a minute: a contact that is
/// erased must become unreadable here too.
final class DataKeys {

	private static final Duration KEPT = Duration.ofSeconds(60);

	private final ApiClient api;

	private final Map<String, Key> keys = new ConcurrentHashMap<>();

	DataKeys(ApiClient api) {
		this.api = api;
	}

	/// @param sealed compact JWE (`dir`, `A256GCM`)
	/// @throws ApiRefusal if the key isn't handed out
	JsonNode open(String contact, String keyId, String sealed) {
		try {
			JWEObject jwe = JWEObject.parse(sealed);
			jwe.decrypt(new DirectDecrypter(key(contact, keyId)));
			return JsonMapper.shared().readTree(jwe.getPayload().toString());
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException("Not sealed with the contact's data key", ex);
		}
	}

	private OctetSequenceKey key(String contact, String keyId) throws ParseException {
		this.keys.values().removeIf(Key::isStale);
		Key known = this.keys.get(keyId);
		if (known != null) {
			return known.jwk();
		}
		OctetSequenceKey jwk = OctetSequenceKey
			.parse(this.api.get("/api/contacts/" + contact + "/data-key").toString());
		this.keys.put(keyId, new Key(jwk, Instant.now().plus(KEPT)));
		return jwk;
	}

	private record Key(OctetSequenceKey jwk, Instant until) {

		boolean isStale() {
			return Instant.now().isAfter(this.until);
		}

	}

}
