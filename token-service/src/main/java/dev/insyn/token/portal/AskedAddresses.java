package dev.insyn.token.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.CannotOpen;
import dev.insyn.platform.sealing.DataKey;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The addresses that were typed at the portal's door, by the challenge that each got. At rest they are sealed, and gone
/// when the code has ended.
@Component
class AskedAddresses {

	private static final int DRAWERS = 1 << 20;

	private static final int AT_ONCE = 50;

	private final TenantDocuments<AskedAddress> documents;

	private final DataKey key;

	private final SecretKeySpec drawers;

	private final Clock clock;

	AskedAddresses(TenantDocumentsFactory documents, MasterKey masterKey, Clock clock) {
		this.documents = documents.of("portal_addresses", AskedAddress.class).indexed("due");
		this.key = DataKey.of("portal-addresses", masterKey.derive("portal-addresses"));
		this.drawers = new SecretKeySpec(masterKey.derive("portal-address-limits"), "HmacSHA256");
		this.clock = clock;
	}

	/// @param kept how long
	void add(TenantId tenant, String challenge, String address, Duration kept) {
		Instant now = now();
		this.documents.insert(tenant, challenge,
				Change.of(new AskedAddress(
						this.key.seal(address.getBytes(StandardCharsets.UTF_8), purpose(tenant, challenge)),
						now.plus(kept), now)));
	}

	/// What was typed in this browser, as long as its code may work.
	Optional<String> find(TenantId tenant, String challenge) {
		return this.documents.find(tenant, challenge)
			.map(Stored::state)
			.filter((asked) -> now().isBefore(asked.expires()))
			.flatMap((asked) -> open(tenant, challenge, asked));
	}

	/// Takes one for oneself, to look its contacts up; empty if another one does, or they
	/// were.
	Optional<String> take(TenantId tenant, String challenge) {
		List<String> taken = new ArrayList<>(1);
		change(tenant, challenge, (asked) -> {
			taken.clear();
			if (!asked.isDue(now())) {
				return Change.unchanged(asked);
			}
			open(tenant, challenge, asked).ifPresent(taken::add);
			return Change.of(asked.begun(now()));
		});
		return taken.stream().findFirst();
	}

	void done(TenantId tenant, String challenge) {
		change(tenant, challenge, (asked) -> Change.of(asked.done()));
	}

	void forget(TenantId tenant, String challenge) {
		this.documents.delete(tenant, challenge);
	}

	/// Challenges whose contacts nobody has looked up in time.
	List<String> due(TenantId tenant) {
		return this.documents.find(tenant, Criteria.where("due").lte(now()), Sort.unsorted(), AT_ONCE)
			.stream()
			.filter((asked) -> asked.state().isDue(now()))
			.map(Stored::id)
			.toList();
	}

	/// What an address counts under: one of a million drawers by a keyed hash, so that
	/// documents are bounded and no address is stored.
	String drawer(TenantId tenant, String address) {
		String folded = tenant + "|" + address.strip().toLowerCase(Locale.ROOT);
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.drawers);
			int hash = ByteBuffer.wrap(mac.doFinal(folded.getBytes(StandardCharsets.UTF_8))).getInt();
			return "address-" + Integer.toHexString(Math.floorMod(hash, DRAWERS));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HmacSHA256 is not available", impossible);
		}
	}

	@Scheduled(initialDelay = 3, fixedDelay = 2, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("expires", this.clock.instant());
	}

	private Optional<String> open(TenantId tenant, String challenge, AskedAddress asked) {
		try {
			return Optional
				.of(new String(this.key.open(asked.address(), purpose(tenant, challenge)), StandardCharsets.UTF_8));
		}
		catch (CannotOpen damaged) {
			return Optional.empty();
		}
	}

	private void change(TenantId tenant, String challenge,
			java.util.function.Function<AskedAddress, Change<AskedAddress>> act) {
		try {
			this.documents.change(tenant, challenge, act);
		}
		catch (NotFound forgotten) {
			// then nobody waits for it
		}
	}

	private static String purpose(TenantId tenant, String challenge) {
		return tenant + "|" + challenge + "|portal-address";
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
