package dev.insyn.token.user;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// Makes users' ids: always the same for the same person, and without the master key nobody finds out whose one is.
@Component
class UserIds {

	/// 26 digits to the base 32 are 130 bits.
	private static final int LENGTH = 26;

	private final SecretKeySpec key;

	UserIds(MasterKey masterKey) {
		this.key = new SecretKeySpec(masterKey.derive("user-ids"), "HmacSHA256");
	}

	/// @param source who vouches for the subject: the configuration, or an OIDC issuer
	/// @param subject what the source knows the user by
	String of(TenantId tenant, String source, String subject) {
		String digits = new BigInteger(1, hmac(tenant.value() + "\n" + source + "\n" + subject)).toString(32);
		return ("0".repeat(LENGTH) + digits).substring(digits.length());
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
