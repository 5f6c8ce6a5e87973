package dev.insyn.platform.store;

import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.insyn.platform.messaging.EventNotSent;
import dev.insyn.platform.messaging.EventPublisher;
import dev.insyn.platform.messaging.PendingEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets events from documents to the broker: right after the write, by a virtual thread, so that nobody waits; and by a
/// sweep for what a crash or an absent broker left. While the broker is away only the sweep tries, so that no crowd of
/// threads waits for it.
final class Outbox {

	private static final Logger logger = LoggerFactory.getLogger(Outbox.class);

	/// At once at the broker; each waits for one confirmation.
	private static final int SENDERS = 32;

	/// Claims that wait for a sender. With more, the sweep is fast enough.
	private static final int QUEUE = 512;

	private static final int SWEEP_BATCH = 200;

	private final EventPublisher publisher;

	private final OutboxTimes times;

	private final OutboxMeters meters;

	private final Set<Collection> collections = ConcurrentHashMap.newKeySet();

	private final Map<Collection, Bundles> bundles = new ConcurrentHashMap<>();

	private final Semaphore senders = new Semaphore(SENDERS, true);

	private final AtomicInteger underWay = new AtomicInteger();

	private final Semaphore wake = new Semaphore(0);

	private volatile boolean brokerAway;

	private volatile boolean running;

	private volatile boolean sweepFails;

	private volatile boolean bundlesAwaited;

	private @Nullable Thread sweeper;

	Outbox(EventPublisher publisher, OutboxTimes times, OutboxMeters meters) {
		this.publisher = publisher;
		this.times = times;
		this.meters = meters;
	}

	OutboxTimes times() {
		return this.times;
	}

	EventPublisher publisher() {
		return this.publisher;
	}

	/// @param itsBundles null if its documents don't come in bundles
	void watch(Collection collection, @Nullable Bundles itsBundles) {
		this.collections.add(collection);
		if (itsBundles != null) {
			this.bundles.put(collection, itsBundles);
		}
	}

	/// Whether a write should claim the lease and send at once, or leave its events to
	/// the sweep.
	boolean sendsAtOnce() {
		return !this.brokerAway && this.underWay.get() < QUEUE;
	}

	void sendSoon(Sending claim) {
		this.underWay.incrementAndGet();
		Thread.ofVirtual().name("outbox-send").start(() -> sendAndCount(claim));
	}

	/// Events of documents wait for bundles; the sweep need not be late for them.
	void sweepAfterBundles() {
		this.bundlesAwaited = true;
	}

	synchronized void start() {
		this.running = true;
		this.sweeper = Thread.ofVirtual().name("outbox-sweep").start(this::keepSweeping);
	}

	/// Waits for what is under way; what does not get out in time is swept by another
	/// instance or the next start.
	void stop(Duration patience) {
		this.running = false;
		Thread sweeping;
		synchronized (this) {
			sweeping = this.sweeper;
			this.sweeper = null;
		}
		this.wake.release();
		try {
			if (sweeping != null) {
				sweeping.join(patience);
			}
			if (this.senders.tryAcquire(SENDERS, patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.senders.release(SENDERS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// One look through all collections.
	/// @return how many events were sent
	int sweep() {
		int sent = 0;
		this.bundlesAwaited = false;
		for (Bundles left : this.bundles.values()) {
			sent += sweep(left);
		}
		for (Collection collection : this.collections) {
			sent += sweep(collection);
		}
		return sent;
	}

	private int sweep(Bundles left) {
		int sent = 0;
		List<Document> found;
		do {
			found = left.free(this.times.now());
			for (Document document : found) {
				BundleClaim claim = BundleClaim.take(left, document, this.times);
				sent += (claim != null) ? send(claim) : 0;
				if (this.brokerAway) {
					return sent;
				}
			}
		}
		while (found.size() == Bundles.SOME);
		return sent;
	}

	private int sweep(Collection collection) {
		int sent = 0;
		List<Document> found;
		do {
			found = withPending(collection);
			int sentNow = 0;
			Set<String> waiting = waiting(collection, found);
			for (Document document : found) {
				if (waiting.contains(document.getString(Envelope.BUNDLE))) {
					continue;
				}
				Claim claim = Claim.take(collection, document, this.times);
				if (claim != null) {
					sentNow += send(claim);
				}
				if (this.brokerAway) {
					return sent + sentNow;
				}
			}
			sent += sentNow;
			if (sentNow == 0) {
				break;
			}
		}
		while (found.size() == SWEEP_BATCH);
		collection.call((documents) -> documents.deleteMany(
				new Document(Envelope.DELETED, true).append(Envelope.PENDING_SINCE, new Document("$exists", false))));
		return sent;
	}

	/// Read after the documents: a bundle is written down before its documents, so one
	/// that
	/// is not there any more is out.
	private Set<String> waiting(Collection collection, List<Document> found) {
		Bundles its = this.bundles.get(collection);
		Set<String> waiting = (its != null) ? its.pendingOf(found) : Collections.emptySet();
		if (!waiting.isEmpty()) {
			sweepAfterBundles();
		}
		return waiting;
	}

	private List<Document> withPending(Collection collection) {
		Document free = new Document(Envelope.LEASE + ".until", new Document("$lte", Date.from(this.times.now())));
		Document none = new Document(Envelope.LEASE, new Document("$exists", false));
		Document filter = new Document(Envelope.PENDING_SINCE, new Document("$exists", true)).append("$or",
				List.of(none, free));
		return collection.call((documents) -> documents.find(filter)
			.projection(new Document(Envelope.LEASE, 1).append(Envelope.BUNDLE, 1))
			.sort(new Document(Envelope.PENDING_SINCE, 1))
			.limit(SWEEP_BATCH)
			.into(new java.util.ArrayList<>()));
	}

	private void sendAndCount(Sending claim) {
		try {
			this.senders.acquire();
			try {
				send(claim);
			}
			finally {
				this.senders.release();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.underWay.decrementAndGet();
		}
	}

	private int send(Sending claim) {
		try {
			int sent = claim.send(this.publisher, this::confirmed);
			setBrokerAway(false);
			if (this.bundlesAwaited && claim instanceof BundleClaim) {
				this.wake.release();
			}
			return sent;
		}
		catch (EventNotSent ex) {
			this.meters.failed();
			if (!this.brokerAway) {
				logger.warn("The broker does not confirm events ({}); they wait in their documents",
						(ex.getCause() != null) ? ex.getCause().getClass().getSimpleName() : "");
			}
			setBrokerAway(true);
			this.wake.release();
			return 0;
		}
		catch (RuntimeException ex) {
			logger.warn("An outbox could not be tidied up ({}); the sweep will", ex.getClass().getName());
			return 0;
		}
	}

	private void confirmed(PendingEvent event) {
		this.meters.sent(Duration.between(event.time(), this.times.now()));
	}

	private void setBrokerAway(boolean away) {
		if (this.brokerAway && !away) {
			logger.info("The broker confirms events again");
		}
		this.brokerAway = away;
		this.meters.brokerAway(away);
	}

	private void keepSweeping() {
		while (this.running) {
			sweepCalmly();
			pause();
		}
	}

	/// Says once that it fails, and once that it works again.
	private void sweepCalmly() {
		try {
			sweep();
			if (this.sweepFails) {
				logger.info("The outbox is swept again");
			}
			this.sweepFails = false;
		}
		catch (RuntimeException ex) {
			if (!this.sweepFails) {
				logger.warn("The outbox cannot be swept: {}", ex.getClass().getName());
			}
			this.sweepFails = true;
		}
	}

	private void pause() {
		try {
			Duration pause = this.brokerAway ? this.times.sweepWhileAway() : this.times.sweep();
			if (this.wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS) && this.running) {
				this.wake.drainPermits();
				Thread.sleep(this.times.sweepWhileAway());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

}
