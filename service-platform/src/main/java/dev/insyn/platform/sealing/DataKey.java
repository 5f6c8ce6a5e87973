package dev.insyn.platform.sealing;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;

/// A 256-bit key that seals values at rest and in events. Prints only its id.
public final class DataKey {

	static final int BYTES = 32;

	private final String id;

	private final SecretKey key;

	private DataKey(String id, byte[] bytes) {
		if (bytes.length != BYTES) {
			throw new IllegalArgumentException("A data key has 256 bits");
		}
		this.id = id;
		this.key = new SecretKeySpec(bytes, "AES");
	}

	public static DataKey random(String id) {
		return new DataKey(id, AesGcm.random(BYTES));
	}

	/// @param bytes 32 of them
	public static DataKey of(String id, byte[] bytes) {
		return new DataKey(id, bytes);
	}

	/// The key's id, `kid` in JOSE.
	public String id() {
		return this.id;
	}

	public byte[] bytes() {
		return this.key.getEncoded();
	}

	/// @param aad what the value is for, such as `tenant|contact|purpose`; only the same
	/// opens it
	public SealedValue seal(byte[] plain, String aad) {
		return new SealedValue(this.id, AesGcm.seal(this.key, plain, aad));
	}

	/// @throws CannotOpen with another key or purpose, or if one bit was changed
	public byte[] open(SealedValue sealed, String aad) {
		return AesGcm.open(this.key, sealed.content(), aad);
	}

	/// As a JWK of type `oct` (RFC 7517), which any JOSE program takes. Contains the key
	/// itself.
	public String toJwk() {
		return new OctetSequenceKey.Builder(Base64URL.encode(bytes())).keyID(this.id)
			.algorithm(EncryptionMethod.A256GCM)
			.build()
			.toJSONString();
	}

	SecretKey secret() {
		return this.key;
	}

	@Override
	public String toString() {
		return "DataKey[" + this.id + "]";
	}

}
