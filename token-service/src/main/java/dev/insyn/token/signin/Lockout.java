package dev.insyn.token.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts tries to sign in by what was typed as address, whether or not anyone has it, in documents that all instances
/// share.
///
/// An address counts in one of a million drawers, chosen by a keyed hash: so there are never more documents than that,
/// no address is stored, and nobody can say which addresses share a drawer.
@Component
class Lockout {

	private static final int DRAWERS = 1 << 20;

	private final SystemDocuments<Tries> documents;

	private final SecretKeySpec key;

	private final LockoutSettings settings;

	private final Clock clock;

	Lockout(TenantDocumentsFactory documents, MasterKey masterKey, LockoutSettings settings, Clock clock) {
		this.documents = documents.system("sign_in_tries", Tries.class);
		this.key = new SecretKeySpec(masterKey.derive("sign-in-tries"), "HmacSHA256");
		this.settings = settings;
		this.clock = clock;
	}

	/// One more try.
	/// @param telling what is told the first time that one is refused for being locked;
	/// null to tell nothing
	/// @return how long it stays locked; zero if the password may be looked at
	Duration begin(String email, Supplier<@Nullable OutgoingEvent> telling) {
		Instant now = now();
		Duration[] locked = { Duration.ZERO };
		change(drawer(email), (tries) -> {
			locked[0] = tries.locked(now);
			if (locked[0].isZero()) {
				return Change.of(tries.another(this.settings, now));
			}
			return tries.told() ? Change.unchanged(tries) : with(telling.get(), tries.toldLocked());
		});
		return locked[0];
	}

	/// The password was right.
	void forget(String email) {
		change(drawer(email), (_) -> Change.of(Tries.NONE));
	}

	/// The password was wrong.
	/// @return how long it is locked now; zero if it is not
	Duration wrong(String email, @Nullable OutgoingEvent telling) {
		return change(drawer(email), (tries) -> with(telling, tries)).locked(now());
	}

	private static Change<Tries> with(@Nullable OutgoingEvent event, Tries tries) {
		return (event != null) ? Change.of(tries).with(event) : Change.of(tries);
	}

	@Scheduled(initialDelay = 9, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("last", this.clock.instant().minus(this.settings.forgotten()));
	}

	private Tries change(String drawer, Function<Tries, Change<Tries>> act) {
		try {
			return this.documents.change(drawer, act).state();
		}
		catch (NotFound first) {
			try {
				this.documents.insert(drawer, Tries.NONE);
			}
			catch (AlreadyExists another) {
				// then it is there
			}
			return this.documents.change(drawer, act).state();
		}
	}

	private String drawer(String email) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			byte[] digest = mac.doFinal(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
			return Integer.toHexString(Math.floorMod(ByteBuffer.wrap(digest).getInt(), DRAWERS));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HmacSHA256 is not available", impossible);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
