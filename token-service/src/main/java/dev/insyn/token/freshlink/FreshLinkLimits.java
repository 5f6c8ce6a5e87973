package dev.insyn.token.freshlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// How many fresh links one address, and one old link, may ask for, in documents that all instances share. What is over
/// the limit is dropped without a word, as a mail server drops what is too much: an answer would tell who is known.
///
/// Each counts in one of a million drawers, chosen by a keyed hash, so nothing typed is stored and there are never more
/// documents than that.
@Component
class FreshLinkLimits {

	private static final int DRAWERS = 1 << 20;

	private static final Duration DAY = Duration.ofDays(1);

	private final SystemDocuments<Asked> documents;

	private final SecretKeySpec key;

	private final FreshLinkSettings settings;

	private final Clock clock;

	FreshLinkLimits(TenantDocumentsFactory documents, MasterKey masterKey, FreshLinkSettings settings, Clock clock) {
		this.documents = documents.system("fresh_link_limits", Asked.class);
		this.key = new SecretKeySpec(masterKey.derive("fresh-link-limits"), "HmacSHA256");
		this.settings = settings;
		this.clock = clock;
	}

	/// Counts one more, of the address and of the link.
	/// @return whether it is still within both limits
	boolean allows(TenantId tenant, FreshLinkWish wish) {
		boolean ofAddress = count(drawer(tenant + "|address|" + wish.email().toLowerCase(Locale.ROOT)));
		boolean ofLink = wish.link() == null || count(drawer(tenant + "|link|" + wish.link()));
		return ofAddress && ofLink;
	}

	@Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetOld() {
		this.documents.purgeBefore("last", this.clock.instant().minus(DAY));
	}

	private boolean count(String drawer) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		boolean[] allowed = { false };
		change(drawer, (asked) -> {
			allowed[0] = asked.allows(this.settings, now);
			return allowed[0] ? Change.of(asked.another(now)) : Change.unchanged(asked);
		});
		return allowed[0];
	}

	private void change(String drawer, Function<Asked, Change<Asked>> act) {
		try {
			this.documents.change(drawer, act);
		}
		catch (NotFound first) {
			try {
				this.documents.insert(drawer, Asked.NEVER);
			}
			catch (AlreadyExists another) {
				// then it is there
			}
			this.documents.change(drawer, act);
		}
	}

	private String drawer(String what) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			byte[] digest = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
			return Integer.toHexString(Math.floorMod(ByteBuffer.wrap(digest).getInt(), DRAWERS));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HmacSHA256 is not available", impossible);
		}
	}

	/// When it was asked, within a day.
	///
	/// @param last of them; decides when it is forgotten
	record Asked(List<Instant> times, Instant last) {

		static final Asked NEVER = new Asked(List.of(), Instant.EPOCH);

		boolean allows(FreshLinkSettings settings, Instant now) {
			return since(now.minus(Duration.ofHours(1))).count() < settings.perHour()
					&& since(now.minus(DAY)).count() < settings.perDay();
		}

		Asked another(Instant now) {
			return new Asked(Stream.concat(since(now.minus(DAY)), Stream.of(now)).toList(), now);
		}

		private Stream<Instant> since(Instant begin) {
			return this.times.stream().filter((time) -> time.isAfter(begin));
		}

	}

}
