package dev.insyn.contact.email;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.insyn.contact.EmailAsking;
import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The six digits that prove an address. They rest nowhere: an HMAC of the contact and of the wish's random id makes the
/// same again, for the mail as for the check.
@Component
public class EmailCodes {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

	private static final long CODES = 1_000_000;

	private final TenantKeys keys;

	private final Clock clock;

	EmailCodes(TenantKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/// What a wish for another address needs, if an update turns out to hold one.
	/// @param language in which the contact reads, if that is known
	public EmailAsking asking(@Nullable String language) {
		byte[] id = new byte[16];
		RANDOM.nextBytes(id);
		String known = Objects.requireNonNullElse(language, "");
		return new EmailAsking(Base64.getUrlEncoder().withoutPadding().encodeToString(id),
				LANGUAGE.matcher(known).matches() ? known : "", this.clock.instant());
	}

	String code(TenantId tenant, String contact, String change) {
		long number = ByteBuffer.wrap(this.keys.of(tenant).emailCode(contact, change)).getLong();
		return "%06d".formatted(Long.remainderUnsigned(number, CODES));
	}

	/// Compares without telling by its time how much was right. People type codes with
	/// blanks.
	boolean isRight(TenantId tenant, String contact, String change, String typed) {
		byte[] right = code(tenant, contact, change).getBytes(StandardCharsets.US_ASCII);
		return MessageDigest.isEqual(right, typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8));
	}

}
