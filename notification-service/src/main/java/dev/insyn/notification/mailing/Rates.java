package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.SystemDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;

import org.springframework.stereotype.Component;

/// Limits that all instances keep together: whoever wants to send takes its turns from the database first. After some have
/// been taken none can be until these have had their time, so that a second sees no more than the limit and a tenth of it.
@Component
class Rates {

	private static final int SECOND = 1000;

	private static final int PARTS = 10;

	private final SystemDocuments<Rate> documents;

	private final Clock clock = Clock.systemUTC();

	Rates(TenantDocumentsFactory factory) {
		this.documents = factory.system("rates", Rate.class);
	}

	/// @param perSecond at most so many
	/// @param wanted at least one
	Taken take(String whose, int perSecond, int wanted) {
		int most = Math.min(wanted, Math.max(1, perSecond / PARTS));
		AtomicInteger taken = new AtomicInteger();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Rate rate = change(whose, (known) -> {
			boolean free = !known.next().isAfter(now);
			taken.set(free ? most : 0);
			return free ? new Rate(now.plusMillis(Math.ceilDiv(most * SECOND, perSecond))) : known;
		});
		return new Taken(taken.get(), taken.get() > 0 ? Duration.ZERO : Duration.between(now, rate.next()));
	}

	/// What was taken and not used.
	void giveBack(String whose, int perSecond, int number) {
		if (perSecond > 0) {
			change(whose, (known) -> new Rate(known.next().minusMillis(number * SECOND / perSecond)));
		}
	}

	private Rate change(String whose, UnaryOperator<Rate> change) {
		while (true) {
			try {
				return this.documents.change(whose, (known) -> {
					Rate after = change.apply(known);
					return after.equals(known) ? Change.unchanged(known) : Change.of(after);
				}).state();
			}
			catch (NotFound first) {
				insert(whose);
			}
		}
	}

	private void insert(String whose) {
		try {
			this.documents.insert(whose, new Rate(Instant.EPOCH));
		}
		catch (AlreadyExists somebodyWasQuicker) {
			// It is there.
		}
	}

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("next", limit);
	}

	/// @param next when somebody may take again
	record Rate(Instant next) {
	}

	/// @param number how many may go at once
	/// @param pause before it is worth asking again, if none
	record Taken(int number, Duration pause) {
	}

}
