package dev.insyn.contact.keys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.Jwe;
import dev.insyn.platform.sealing.JweOpener;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.sealing.SealingKeys;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.SystemDocuments;

/// The service's own key pairs: others seal to the public half, only this service opens. One document holds them all, so
/// that instances that rotate at the same time agree.
public class EncryptionKeys {

	private static final String ID = "crm";

	private final SystemDocuments<EncryptionKeyRing> documents;

	private final MasterKey masterKey;

	private final EncryptionKeySettings settings;

	private final Clock clock;

	private final KeyCache<String, Opened> cache;

	EncryptionKeys(SystemDocuments<EncryptionKeyRing> documents, MasterKey masterKey, EncryptionKeySettings settings,
			Clock clock, KeyCache<String, Opened> cache) {
		this.documents = documents;
		this.masterKey = masterKey;
		this.settings = settings;
		this.clock = clock;
		this.cache = cache;
	}

	/// The key to seal to, as a JWK set in JSON without any private part.
	public String publicKeys() {
		return "{\"keys\":[" + opened().ring().current().publicKey() + "]}";
	}

	/// Opens what was sealed to the current key or to one that is not yet destroyed.
	/// @throws CannotOpen if it was sealed to another key or was changed
	public byte[] open(String jwe) {
		if (!opened().knows(Jwe.keyId(jwe))) {
			this.cache.drop(ID);
		}
		return opened().opener().open(jwe);
	}

	/// Puts a new pair in place when the current one is old enough, and destroys those
	/// whose time has passed.
	void rotate() {
		Instant now = this.clock.instant();
		ring();
		this.documents.change(ID, (ring) -> next(ring, now));
		this.cache.drop(ID);
	}

	private Change<EncryptionKeyRing> next(EncryptionKeyRing ring, Instant now) {
		EncryptionKeyRing kept = ring.withoutRetiredBefore(now.minus(this.settings.kept()));
		boolean old = ring.current().createdAt().plus(this.settings.rotation()).isBefore(now);
		if (old) {
			return Change.of(kept.rotatedTo(newPair(now)));
		}
		return (kept.size() < ring.size()) ? Change.of(kept) : Change.unchanged(ring);
	}

	private Opened opened() {
		return this.cache.get(ID, (id) -> open(ring()));
	}

	private Opened open(EncryptionKeyRing ring) {
		String keys = ring.pairs()
			.stream()
			.map((pair) -> this.masterKey.unwrap(pair.privateKey(), aad(pair.keyId())))
			.map((key) -> new String(key, StandardCharsets.UTF_8))
			.collect(Collectors.joining(",", "{\"keys\":[", "]}"));
		return new Opened(ring, JweOpener.of(keys));
	}

	private EncryptionKeyRing ring() {
		return this.documents.find(ID).map(SystemDocuments.Entry::state).orElseGet(this::create);
	}

	private EncryptionKeyRing create() {
		try {
			return this.documents.insert(ID, EncryptionKeyRing.of(newPair(this.clock.instant()))).state();
		}
		catch (AlreadyExists another) {
			return this.documents.find(ID).orElseThrow(() -> another).state();
		}
	}

	private EncryptionKeyRing.Pair newPair(Instant now) {
		String keyId = "enc-" + UUID.randomUUID();
		String pair = SealingKeys.generate(keyId);
		byte[] wrapped = this.masterKey.wrap(pair.getBytes(StandardCharsets.UTF_8), aad(keyId));
		return new EncryptionKeyRing.Pair(keyId, SealingKeys.publicHalf(pair), wrapped, now, null);
	}

	private static String aad(String keyId) {
		return "encryption-key|" + keyId;
	}

	/// The ring with its private halves unwrapped.
	record Opened(EncryptionKeyRing ring, JweOpener opener) {

		private boolean knows(String keyId) {
			return this.ring.pairs().stream().anyMatch((pair) -> pair.keyId().equals(keyId));
		}

	}

}
