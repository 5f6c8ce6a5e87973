package dev.insyn.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM with a random nonce per value (NIST SP 800-38D), nonce first.
final class AesGcm {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private AesGcm() {
	}

	static byte[] random(int bytes) {
		byte[] random = new byte[bytes];
		RANDOM.nextBytes(random);
		return random;
	}

	static byte[] seal(SecretKey key, byte[] plain, String aad) {
		try {
			byte[] nonce = random(NONCE_BYTES);
			Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, aad);
			byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
			cipher.doFinal(plain, 0, plain.length, content, NONCE_BYTES);
			return content;
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("AES-256-GCM is not available", impossible);
		}
	}

	static byte[] open(SecretKey key, byte[] content, String aad) {
		if (content.length < NONCE_BYTES + TAG_BITS / 8) {
			throw new CannotOpen("Sealed content is too short", null);
		}
		try {
			byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
			return cipher(Cipher.DECRYPT_MODE, key, nonce, aad).doFinal(content, NONCE_BYTES,
					content.length - NONCE_BYTES);
		}
		catch (GeneralSecurityException wrong) {
			throw new CannotOpen("Sealed content does not open", wrong);
		}
	}

	private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String aad) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(aad.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
