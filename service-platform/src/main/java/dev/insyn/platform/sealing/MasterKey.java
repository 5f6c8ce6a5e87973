package dev.insyn.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that wraps other keys; it comes from the environment or a key service and rests in no database.
public final class MasterKey {

	private final SecretKey key;

	private MasterKey(byte[] bytes) {
		if (bytes.length != DataKey.BYTES) {
			throw new IllegalArgumentException("insyn.security.master-key must be 32 bytes in base64");
		}
		this.key = new SecretKeySpec(bytes, "AES");
	}

	/// @param base64 32 bytes
	public static MasterKey of(String base64) {
		return new MasterKey(Base64.getDecoder().decode(base64.strip()));
	}

	/// @param aad what the wrapped key is for, such as `tenant-key|nordcykel`
	public byte[] wrap(byte[] key, String aad) {
		return AesGcm.seal(wrapping(), key, aad);
	}

	/// @throws CannotOpen under another master key, for another purpose, or if it was
	/// changed
	public byte[] unwrap(byte[] wrapped, String aad) {
		return AesGcm.open(wrapping(), wrapped, aad);
	}

	/// 32 bytes for one purpose by HKDF-SHA256 (RFC 5869): always the same, and useless
	/// for finding the master key.
	public byte[] derive(String purpose) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveData(HKDFParameterSpec.ofExtract()
					.addIKM(this.key)
					.thenExpand(("insyn|" + purpose).getBytes(StandardCharsets.UTF_8), DataKey.BYTES));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HKDF-SHA256 is not available", impossible);
		}
	}

	private SecretKey wrapping() {
		return new SecretKeySpec(derive("wrap"), "AES");
	}

	@Override
	public String toString() {
		return "MasterKey[]";
	}

}
