package dev.insyn.contact.keys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.insyn.contact.RunsTheService;
import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.JweRecipient;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The life of a key pair that CRM systems seal to.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class EncryptionKeysIT {

	@Autowired
	@Qualifier("keyDatabase")
	private TenantDocumentsFactory database;

	@Autowired
	private MasterKey masterKey;

	private Instant now = Instant.parse("2026-05-01T00:00:00Z");

	private EncryptionKeys keys;

	private EncryptionKeys inAnotherInstance;

	@BeforeEach
	void twoInstances() {
		SystemDocuments<EncryptionKeyRing> documents = this.database.system("rings_" + UUID.randomUUID(),
				EncryptionKeyRing.class);
		this.keys = instance(documents);
		this.inAnotherInstance = instance(documents);
	}

	@Test
	void handsOutAPublicKeyForSealingAndNothingElse() {
		JsonNode key = current(this.keys);

		assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "use", "crv", "kid", "x", "y", "alg");
		assertThat(key.path("use").asString()).isEqualTo("enc");
		assertThat(key.path("crv").asString()).isEqualTo("P-256");
		assertThat(key.path("alg").asString()).isEqualTo("ECDH-ES");
	}

	/// Red when old pairs are dropped at once, and when they are never dropped.
	@Test
	void anOldPairOpensForSevenDaysAndThenNeverAgain() {
		String sealed = sealed(this.keys);

		pass(Duration.ofDays(31));
		assertThat(open(this.keys, sealed)).isEqualTo("Anna");
		pass(Duration.ofDays(7));
		assertThat(open(this.keys, sealed)).isEqualTo("Anna");
		pass(Duration.ofSeconds(1));

		assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> open(this.keys, sealed));
	}

	@Test
	void aNewPairIsHandedOutOnlyWhenTheOldOneIsOldEnough() {
		JsonNode first = current(this.keys);

		pass(Duration.ofDays(30));
		assertThat(current(this.keys)).isEqualTo(first);
		pass(Duration.ofSeconds(1));

		assertThat(current(this.keys)).isNotEqualTo(first);
	}

	@Test
	void anInstanceOpensWhatWasSealedToAPairThatAnotherMade() {
		current(this.inAnotherInstance);
		pass(Duration.ofDays(31));

		assertThat(open(this.inAnotherInstance, sealed(this.keys))).isEqualTo("Anna");
	}

	@Test
	void instancesThatBeginOrRotateAtOnceAgree() throws Exception {
		for (int round = 0; round < 3; round++) {
			try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
				executor.submit(this.keys::rotate);
				executor.submit(this.inAnotherInstance::rotate);
			}
			assertThat(current(this.keys)).isEqualTo(current(this.inAnotherInstance));
			this.now = this.now.plus(Duration.ofDays(31));
		}
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
		this.keys.rotate();
	}

	private static String sealed(EncryptionKeys keys) {
		return JweRecipient.of(current(keys).toString()).encrypt("Anna".getBytes(StandardCharsets.UTF_8));
	}

	private static String open(EncryptionKeys keys, String sealed) {
		return new String(keys.open(sealed), StandardCharsets.UTF_8);
	}

	private static JsonNode current(EncryptionKeys keys) {
		return new JsonMapper().readTree(keys.publicKeys()).path("keys").get(0);
	}

	private EncryptionKeys instance(SystemDocuments<EncryptionKeyRing> documents) {
		InstantSource time = () -> this.now;
		return new EncryptionKeys(documents, this.masterKey,
				new EncryptionKeySettings(Duration.ofDays(30), Duration.ofDays(7)), time.withZone(ZoneOffset.UTC),
				new KeyCache<>(Ticker.systemTicker()));
	}

}
