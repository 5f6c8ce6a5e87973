package dev.insyn.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// The purpose test was seen red without `updateAAD`; the algorithm test with `requireMethod` empty.
class SealingTests {

	private static final byte[] ANNA = "Anna".getBytes(StandardCharsets.UTF_8);

	private final DataKey key = DataKey.random("k1");

	private final MasterKey master = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

	@Test
	void opensWhatItSealed() {
		SealedValue sealed = this.key.seal(ANNA, "nordcykel|c1|first-name");
		assertThat(this.key.open(sealed, "nordcykel|c1|first-name")).isEqualTo(ANNA);
		assertThat(sealed.keyId()).isEqualTo("k1");
	}

	@Test
	void sealsTheSameNeverAlike() {
		assertThat(this.key.seal(ANNA, "p").content()).isNotEqualTo(this.key.seal(ANNA, "p").content());
	}

	@Test
	void aValueOpensForItsPurposeOnly() {
		SealedValue sealed = this.key.seal(ANNA, "nordcykel|c1|first-name");
		refuses(() -> this.key.open(sealed, "nordcykel|c2|first-name"));
	}

	@Test
	void anyChangedByteIsNoticed() {
		SealedValue sealed = this.key.seal(ANNA, "p");
		for (int i = 0; i < sealed.content().length; i++) {
			byte[] tampered = sealed.content().clone();
			tampered[i] ^= 1;
			refuses(() -> this.key.open(new SealedValue("k1", tampered), "p"));
		}
		refuses(() -> this.key.open(new SealedValue("k1", new byte[5]), "p"));
	}

	@Test
	void anotherKeyOpensNothing() {
		refuses(() -> DataKey.random("k1").open(this.key.seal(ANNA, "p"), "p"));
		refuses(() -> Jwe.decrypt(DataKey.random("k1"), Jwe.encrypt(this.key, ANNA)));
	}

	@Test
	void anyJoseProgramOpensAJweWithTheJwk() throws Exception {
		String jwe = Jwe.encrypt(this.key, ANNA, Map.of("cty", "json"));
		JWEObject object = JWEObject.parse(jwe);
		object.decrypt(new DirectDecrypter(OctetSequenceKey.parse(this.key.toJwk())));
		assertThat(object.getPayload().toBytes()).isEqualTo(ANNA);
		assertThat(Jwe.keyId(jwe)).isEqualTo("k1");
		assertThat(Jwe.decrypt(this.key, jwe)).isEqualTo(ANNA);
	}

	@Test
	void aTamperedJweIsRefused() {
		String jwe = Jwe.encrypt(this.key, ANNA);
		String[] parts = jwe.split("\\.");
		parts[3] = parts[3].startsWith("A") ? "B" + parts[3].substring(1) : "A" + parts[3].substring(1);
		refuses(() -> Jwe.decrypt(this.key, String.join(".", parts)));
		refuses(() -> Jwe.decrypt(this.key, "not.a.jwe"));
	}

	@Test
	void otherAlgorithmsThanAgreedAreRefused() throws Exception {
		JWEObject cbc = new JWEObject(new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256).build(),
				new Payload(ANNA));
		cbc.encrypt(new DirectEncrypter(this.key.secret()));
		refuses(() -> Jwe.decrypt(this.key, cbc.serialize()));
	}

	@Test
	void aRecipientsJweOpensWithThePrivateKeyOnly() {
		String pair = SealingKeys.generate("e1");
		String publicHalf = SealingKeys.publicHalf(pair);
		assertThat(publicHalf).doesNotContain("\"d\"").contains("\"use\":\"enc\"");
		String jwe = JweRecipient.of(publicHalf).encrypt(ANNA);
		JweOpener opener = JweOpener.of("{\"keys\":[" + SealingKeys.generate("e0") + "," + pair + "]}");
		assertThat(opener.open(jwe)).isEqualTo(ANNA);
		refuses(() -> JweOpener.of("{\"keys\":[" + SealingKeys.generate("e1") + "]}").open(jwe));
		refuses(() -> JweOpener.of("{\"keys\":[]}").open(jwe));
		refuses(() -> opener.open(Jwe.encrypt(this.key, ANNA)));
	}

	@Test
	void wrappedKeysOpenForTheirPurposeUnderTheirMasterOnly() {
		byte[] wrapped = this.master.wrap(this.key.bytes(), "tenant-key|nordcykel");
		assertThat(this.master.unwrap(wrapped, "tenant-key|nordcykel")).isEqualTo(this.key.bytes());
		refuses(() -> this.master.unwrap(wrapped, "tenant-key|fjordbok"));
		MasterKey other = MasterKey.of(Base64.getEncoder().encodeToString(this.key.bytes()));
		refuses(() -> other.unwrap(wrapped, "tenant-key|nordcykel"));
	}

	@Test
	void derivedKeysDifferByPurposeAndAreStable() {
		assertThat(this.master.derive("audit")).hasSize(32)
			.isEqualTo(this.master.derive("audit"))
			.isNotEqualTo(this.master.derive("other"));
	}

	@Test
	void keysMustHave256BitsAndPrintNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> DataKey.of("k", new byte[16]));
		assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.of("c2hvcnQ="));
		assertThat(this.key).hasToString("DataKey[k1]");
		assertThat(this.master).hasToString("MasterKey[]");
	}

	private static void refuses(Runnable opening) {
		assertThatExceptionOfType(CannotOpen.class).isThrownBy(opening::run);
	}

}
