package dev.insyn.token.signing;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.token.TokenSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The signing keys, shared by all instances through the database: one for each period, each published a while
/// before it signs, and after it until its last token is dead.
///
/// The period is the document's id, so two instances that make a key at once end up with the same one.
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

	/// Verifiers that keep the key set for a while have seen a key before they meet its
	/// signature.
	static final Duration PUBLISHED_AHEAD = Duration.ofMinutes(2);

	/// An unknown key may be another instance's newest; asked again at most this often.
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(SigningKeys.class);

	private final SystemDocuments<SigningKey> documents;

	private final MasterKey masterKey;

	private final Clock clock;

	private final Duration period;

	private final Duration kept;

	private volatile @Nullable KeyRing ring;

	SigningKeys(TenantDocumentsFactory documents, MasterKey masterKey, Clock clock, TokenSettings settings) {
		this.documents = documents.system("signing_keys", SigningKey.class);
		this.masterKey = masterKey;
		this.clock = clock;
		this.period = settings.keyPeriod();
		this.kept = this.period.plus(PUBLISHED_AHEAD).plus(longestUse(settings)).plusMinutes(5);
	}

	/// From a token's signature to its last renewal.
	private static Duration longestUse(TokenSettings settings) {
		Duration contacts = settings.lifetime().plus(settings.renewable());
		Duration users = settings.userSessions().lifetime().plus(settings.userSessions().idle());
		return (contacts.compareTo(users) > 0) ? contacts : users;
	}

	/// The key that signs now, read on first use: the service starts without a database
	/// too.
	KeyRing current() {
		KeyRing known = this.ring;
		return (known != null) ? known : refresh();
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		KeyRing known = current();
		List<JWK> found = selector.select(known.published());
		if (found.isEmpty() && this.clock.instant().isAfter(known.read().plus(LOOK_AGAIN))) {
			found = selector.select(refresh().published());
		}
		return found;
	}

	@Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = java.util.concurrent.TimeUnit.SECONDS)
	void keepFresh() {
		try {
			refresh();
		}
		catch (RuntimeException away) {
			logger.warn("Signing keys could not be read ({}); the known ones are used", away.getClass().getName());
		}
	}

	synchronized KeyRing refresh() {
		Instant now = this.clock.instant();
		if (this.documents.find(idAt(now)).isEmpty()) {
			create(now);
		}
		KeyRing read = read(now);
		this.ring = read;
		this.documents.purgeBefore("created", now.minus(this.kept.multipliedBy(2)));
		return read;
	}

	private KeyRing read(Instant now) {
		List<SigningKey> keys = this.documents
			.find(Criteria.where("created").gte(now.minus(this.kept)), Sort.unsorted(), 100)
			.stream()
			.map(SystemDocuments.Entry::state)
			.sorted(Comparator.comparing(SigningKey::created))
			.toList();
		SigningKey signing = signingAt(now, keys);
		List<JWK> published = keys.stream().map(SigningKeys::publicHalf).toList();
		return new KeyRing(new JWKSet(published), signing.kid(), signer(signing), now);
	}

	/// The newest that was published long enough, else the oldest.
	private static SigningKey signingAt(Instant now, List<SigningKey> oldestFirst) {
		return oldestFirst.reversed()
			.stream()
			.filter((key) -> !key.created().plus(PUBLISHED_AHEAD).isAfter(now))
			.findFirst()
			.orElseGet(oldestFirst::getFirst);
	}

	private void create(Instant now) {
		try {
			RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true)
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
			byte[] wrapped = this.masterKey.wrap(key.toPrivateKey().getEncoded(), SigningKey.purpose(key.getKeyID()));
			this.documents.insert(idAt(now),
					new SigningKey(key.getKeyID(), key.toPublicJWK().toJSONString(), wrapped, now));
			logger.info("New signing key {}", key.getKeyID());
		}
		catch (AlreadyExists another) {
			logger.debug("Another instance made this period's key");
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException("No RSA here", impossible);
		}
	}

	private String idAt(Instant now) {
		return "rs256-" + now.getEpochSecond() / this.period.toSeconds();
	}

	private RSASSASigner signer(SigningKey key) {
		try {
			byte[] pkcs8 = this.masterKey.unwrap(key.wrapped(), SigningKey.purpose(key.kid()));
			return new RSASSASigner(java.security.KeyFactory.getInstance("RSA")
				.generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(pkcs8)));
		}
		catch (java.security.GeneralSecurityException damaged) {
			throw new IllegalStateException("Signing key " + key.kid() + " is damaged", damaged);
		}
	}

	private static JWK publicHalf(SigningKey key) {
		try {
			return JWK.parse(key.publicKey());
		}
		catch (ParseException damaged) {
			throw new IllegalStateException("Signing key " + key.kid() + " is damaged", damaged);
		}
	}

}
