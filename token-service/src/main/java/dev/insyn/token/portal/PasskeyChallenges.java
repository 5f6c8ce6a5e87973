package dev.insyn.token.portal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What an authenticator signs: random, of a tenant, for ten minutes, and taken once. Looking at the door writes nothing:
/// a challenge proves itself by its MAC, and only one that was answered is remembered.
@Component
class PasskeyChallenges {

	private static final SecureRandom random = new SecureRandom();

	private static final int RANDOM = 16;

	private static final int UNSIGNED = RANDOM + Long.BYTES;

	private static final int MAC = 16;

	static final Duration LIFETIME = Duration.ofMinutes(10);

	private final SystemDocuments<Spent> documents;

	private final SecretKeySpec key;

	private final Clock clock;

	PasskeyChallenges(TenantDocumentsFactory documents, MasterKey masterKey, Clock clock) {
		this.documents = documents.system("portal_passkey_challenges", Spent.class);
		this.key = new SecretKeySpec(masterKey.derive("passkey-challenges"), "HmacSHA256");
		this.clock = clock;
	}

	/// @return base64url
	String next(TenantId tenant) {
		byte[] bits = new byte[RANDOM];
		random.nextBytes(bits);
		byte[] unsigned = ByteBuffer.allocate(UNSIGNED).put(bits).putLong(this.clock.millis()).array();
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(ByteBuffer.allocate(UNSIGNED + MAC).put(unsigned).put(mac(tenant, unsigned)).array());
	}

	/// Takes an answer to it: the first one, in time.
	boolean spend(TenantId tenant, String challenge) {
		byte[] bytes = decode(challenge);
		if (bytes.length != UNSIGNED + MAC) {
			return false;
		}
		byte[] unsigned = Arrays.copyOf(bytes, UNSIGNED);
		Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(unsigned, RANDOM, Long.BYTES).getLong());
		boolean ours = MessageDigest.isEqual(mac(tenant, unsigned), Arrays.copyOfRange(bytes, UNSIGNED, bytes.length));
		if (!ours || !this.clock.instant().isBefore(made.plus(LIFETIME))) {
			return false;
		}
		try {
			this.documents.insert(HexFormat.of().formatHex(unsigned, 0, RANDOM),
					new Spent(this.clock.instant().truncatedTo(ChronoUnit.MILLIS)));
			return true;
		}
		catch (AlreadyExists replayed) {
			return false;
		}
	}

	@Scheduled(initialDelay = 16, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("at", this.clock.instant().minus(LIFETIME.multipliedBy(2)));
	}

	private byte[] mac(TenantId tenant, byte[] unsigned) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update(tenant.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
			return Arrays.copyOf(mac.doFinal(unsigned), MAC);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HmacSHA256 is not available", impossible);
		}
	}

	private static byte[] decode(String challenge) {
		try {
			return Base64.getUrlDecoder().decode(challenge);
		}
		catch (IllegalArgumentException forged) {
			return new byte[0];
		}
	}

	/// A challenge that was answered.
	record Spent(Instant at) {
	}

}
