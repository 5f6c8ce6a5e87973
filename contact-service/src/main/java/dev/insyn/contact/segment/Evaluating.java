package dev.insyn.contact.segment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.segment.filter.Filter;
import dev.insyn.contact.segment.filter.Matching;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Tries filters on all contacts, some hundred at a time and a few filters at once, whatever is asked. What was found is
/// remembered for a minute, so that who builds a filter step by step, or two who look at one segment, ask once.
@Component
public class Evaluating {

	static final int SLICE = 500;

	private static final Logger logger = LoggerFactory.getLogger(Evaluating.class);

	private static final int AT_ONCE = 2;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final Cache<Asked, Evaluation> evaluations = Caffeine.newBuilder()
		.maximumSize(200)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	private final Contacts contacts;

	private final Attributing attributing;

	private final Clock clock;

	Evaluating(Contacts contacts, Attributing attributing, Clock clock) {
		this.contacts = contacts;
		this.attributing = attributing;
		this.clock = clock;
	}

	/// How it stands, after having waited a little for it to end.
	public Evaluation.Standing ask(TenantId tenant, Filter filter, Duration patience) {
		Asked asked = new Asked(tenant, filter);
		Evaluation evaluation = this.evaluations.get(asked, (any) -> start(asked, false, (count) -> {
		}));
		evaluation.asked(this.clock.instant());
		return await(evaluation, patience);
	}

	/// Tries it to the end, whether somebody waits for it or not.
	/// @param counted hears how many there are
	void count(TenantId tenant, Filter filter, LongConsumer counted) {
		Asked asked = new Asked(tenant, filter);
		this.evaluations.put(asked, start(asked, true, counted));
	}

	/// Some of those whom the filter fits, in the order of their ids; fewer than asked
	/// for, even none, where finding more would take too long.
	/// @param after the id after which they begin; null for the first
	Found find(TenantId tenant, Filter filter, @Nullable String after, int limit, Duration patience) {
		Matching matching = new Matching(filter, this.attributing.of(tenant));
		List<String> found = new ArrayList<>();
		long until = System.nanoTime() + patience.toNanos();
		String place = after;
		do {
			Contacts.Slice slice = this.contacts.walk(tenant, matching.words(), place, SLICE);
			for (String id : fitting(slice, matching)) {
				if (found.size() == limit) {
					return new Found(found, found.getLast());
				}
				found.add(id);
			}
			place = slice.last();
		}
		while (place != null && System.nanoTime() < until);
		return new Found(found, place);
	}

	private Evaluation start(Asked asked, boolean kept, LongConsumer counted) {
		Evaluation evaluation = new Evaluation(kept, this.clock.instant());
		Thread.ofVirtual().name("segment-evaluation").start(() -> {
			Evaluation.State end = run(asked, evaluation);
			evaluation.ended(end);
			if (end == Evaluation.State.DONE) {
				counted.accept(evaluation.standing().matched());
			}
			else {
				this.evaluations.asMap().remove(asked, evaluation);
			}
		});
		return evaluation;
	}

	private Evaluation.State run(Asked asked, Evaluation evaluation) {
		this.places.acquireUninterruptibly();
		try {
			Matching matching = new Matching(asked.filter(), this.attributing.of(asked.tenant()));
			String after = null;
			do {
				if (evaluation.isLeft(this.clock.instant())) {
					return Evaluation.State.LEFT;
				}
				Contacts.Slice slice = this.contacts.walk(asked.tenant(), matching.words(), after, SLICE);
				after = slice.last();
				evaluation.found(fitting(slice, matching), after);
			}
			while (after != null);
			return Evaluation.State.DONE;
		}
		catch (RuntimeException trouble) {
			logger.warn("A segment could not be counted: {}", trouble.getClass().getSimpleName());
			return Evaluation.State.FAILED;
		}
		finally {
			this.places.release();
		}
	}

	private static List<String> fitting(Contacts.Slice slice, Matching matching) {
		return slice.contacts().stream().filter(matching).map((contact) -> contact.id().value()).toList();
	}

	private static Evaluation.Standing await(Evaluation evaluation, Duration patience) {
		long until = System.nanoTime() + patience.toNanos();
		Evaluation.Standing standing = evaluation.standing();
		while (standing.isRunning() && System.nanoTime() < until) {
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
			standing = evaluation.standing();
		}
		return standing;
	}

	/// Some of those whom a filter fits.
	///
	/// @param next the id after which there may be more; null where there are none
	record Found(List<String> contacts, @Nullable String next) {
	}

	/// What is tried, of whose contacts.
	private record Asked(TenantId tenant, Filter filter) {
	}

}
