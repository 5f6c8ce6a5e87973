package dev.insyn.stack.crm;

import java.util.Map;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ContactSealerTests {

	@Test
	void sealsSoThatOnlyTheHolderOfThePrivateKeyReads() throws Exception {
		ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").keyUse(KeyUse.ENCRYPTION).generate();
		ContactSealer sealer = ContactSealer.to(new JWKSet(key.toPublicJWK()).toString());
		Map<String, Object> values = DemoPeople.person(DemoTenant.NORDCYKEL, 0).values();
		String sealed = sealer.seal(values);
		assertThat(sealed).doesNotContain("Anna");
		JWEObject jwe = JWEObject.parse(sealed);
		jwe.decrypt(new ECDHDecrypter(key));
		assertThat(jwe.getHeader().toJSONObject()).containsEntry("alg", "ECDH-ES")
			.containsEntry("enc", "A256GCM")
			.containsEntry("kid", "k1");
		assertThat(JsonMapper.shared().readValue(jwe.getPayload().toString(), Map.class)).isEqualTo(values);
	}

}
