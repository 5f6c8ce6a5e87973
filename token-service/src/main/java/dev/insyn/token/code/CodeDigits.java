package dev.insyn.token.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Makes a code's digits. They rest nowhere: an HMAC of the challenge makes the same again, for the mail as for the check.
@Component
class CodeDigits {

	private static final SecureRandom random = new SecureRandom();

	private static final long CODES = 1_000_000;

	private final SecretKeySpec key;

	CodeDigits(MasterKey masterKey) {
		this.key = new SecretKeySpec(masterKey.derive("access-codes"), "HmacSHA256");
	}

	/// The id of a new challenge: 128 random bits.
	static String newChallenge() {
		byte[] bits = new byte[16];
		random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	String of(TenantId tenant, Purpose purpose, String challenge) {
		byte[] mac = hmac(tenant + "|" + purpose.word() + "|" + challenge);
		return "%06d".formatted(Long.remainderUnsigned(ByteBuffer.wrap(mac).getLong(), CODES));
	}

	/// Compares without telling by its time how much was right. People type codes with
	/// blanks.
	static boolean isSame(String code, String typed) {
		return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII),
				typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8));
	}

	private byte[] hmac(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HmacSHA256 is not available", impossible);
		}
	}

}
