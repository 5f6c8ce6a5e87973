package dev.insyn.events;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The sealed content of the samples opens as `docs/events.md` tells, with the example keys given there.
class SealedSampleTests {

	private static final String DATA_KEY = """
			{"kty":"oct","kid":"k-7f3a9c1e","alg":"A256GCM","use":"enc","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}""";

	/// The key of RFC 7517, appendix A.2: everybody knows it, nobody may use it.
	private static final String PRIVATE_KEY = """
			{"kty":"EC","crv":"P-256","kid":"enc-2026-11","use":"enc",
			"x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
			"d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}""";

	@Test
	void opensAnUpdateWithTheContactsDataKey() throws Exception {
		JsonNode changes = open(ContactDataUpdated.class);
		assertThat(changes.at("/phone/before").stringValue()).isEqualTo("+46701234567");
		assertThat(changes.at("/phone/after").stringValue()).isEqualTo("+46812345678");
	}

	@Test
	void tellsInTheClearOnlyTheKeysOfWhatIsSealed() throws Exception {
		for (Class<?> type : new Class<?>[] { ContactRegistered.class, ContactDataUpdated.class,
				ContactDataConfirmed.class }) {
			JsonNode sample = new Contract(type).sample();
			assertThat(open(type).propertyNames()).containsExactlyInAnyOrderElementsOf(
					sample.get("fields").valueStream().map(JsonNode::stringValue).toList());
		}
	}

	@Test
	void opensWhatACrmSealedWithThePrivateKey() throws Exception {
		assertThat(opened(CrmContactUpserted.class).get("last-name").stringValue()).isEqualTo("Lindqvist");
		JsonNode order = opened(CrmRecordsUpserted.class).get(0);
		assertThat(order.propertyNames()).containsExactly("id", "revision", "at", "values");
		assertThat(order.at("/values/amount").stringValue()).isEqualTo("12995");
		assertThat(opened(CrmRecordsDeleted.class).get(0).propertyNames()).containsExactly("id", "revision");
	}

	private static JsonNode opened(Class<?> type) throws Exception {
		JWEObject jwe = JWEObject.parse(new Contract(type).sample().get("sealed").stringValue());
		assertThat(jwe.getHeader().getAlgorithm().getName()).isEqualTo("ECDH-ES");
		jwe.decrypt(new ECDHDecrypter(ECKey.parse(PRIVATE_KEY)));
		return Contract.JSON.readTree(jwe.getPayload().toBytes());
	}

	private static JsonNode open(Class<?> type) throws Exception {
		JsonNode sample = new Contract(type).sample();
		JWEObject jwe = JWEObject.parse(sample.get("sealed").stringValue());
		assertThat(jwe.getHeader().getKeyID()).isEqualTo(sample.get("keyId").stringValue());
		jwe.decrypt(new DirectDecrypter(OctetSequenceKey.parse(DATA_KEY).toByteArray()));
		return Contract.JSON.readTree(jwe.getPayload().toBytes());
	}

}
