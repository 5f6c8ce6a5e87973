package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.insyn.notification.NotificationSettings;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for mailings that are due, at once when woken and else at intervals, and has each worked on by a thread of its own.
@Component
class MailingDispatcher implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailingDispatcher.class);

	private static final Duration FAREWELL = Duration.ofSeconds(10);

	private static final Duration DAY = Duration.ofDays(1);

	private final Tenants tenants;

	private final MailingTools tools;

	private final SendingMailing sending;

	private final Objections objections;

	private final Outlooks outlooks;

	private final Duration keep;

	private final Clock clock = Clock.systemUTC();

	private final Semaphore bell = new Semaphore(0);

	private final Set<String> underWay = ConcurrentHashMap.newKeySet();

	private Instant nextPurge = Instant.EPOCH;

	private @Nullable Thread loop;

	private volatile boolean stopping;

	private volatile @Nullable ExecutorService runs;

	MailingDispatcher(Tenants tenants, MailingTools tools, SendingMailing sending, Objections objections,
			Outlooks outlooks, NotificationSettings settings) {
		this.tenants = tenants;
		this.tools = tools;
		this.sending = sending;
		this.objections = objections;
		this.outlooks = outlooks;
		this.keep = settings.keep();
	}

	/// Something was begun or changed.
	void wake() {
		this.bell.release();
	}

	@Override
	public synchronized void start() {
		if (this.loop == null) {
			this.stopping = false;
			this.runs = Executors.newVirtualThreadPerTaskExecutor();
			this.loop = Thread.ofVirtual().name("mailing-dispatcher").start(this::run);
		}
	}

	private void run() {
		try {
			while (!this.stopping) {
				this.tenants.all().forEach(this::look);
				purgeDaily();
				this.bell.tryAcquire(this.tools.settings().poll().toMillis(), TimeUnit.MILLISECONDS);
				this.bell.drainPermits();
			}
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	private void look(Tenant tenant) {
		ExecutorService running = this.runs;
		try {
			this.objections.deliver(tenant.id());
			for (Stored<Mailing> due : this.tools.mailings().due(tenant.id(), this.clock.instant())) {
				if (running != null && this.underWay.add(name(due))) {
					running.execute(() -> send(due));
				}
			}
		}
		catch (RuntimeException databaseAway) {
			log.warn("The mailings of {} could not be looked at: {}", tenant.id(), databaseAway.getClass().getName());
		}
	}

	private void send(Stored<Mailing> due) {
		try {
			this.sending.attempt(due, () -> this.stopping);
		}
		catch (RuntimeException databaseAway) {
			log.warn("Mailing {} is left to its lease: {}", due.id(), databaseAway.getClass().getName());
		}
		finally {
			this.underWay.remove(name(due));
		}
	}

	private void purgeDaily() {
		Instant now = this.clock.instant();
		if (now.isAfter(this.nextPurge)) {
			this.nextPurge = now.plus(DAY);
			try {
				this.tools.mailings().purgeBefore(now.minus(this.keep));
				this.tools.recipients().purgeBefore(now.minus(this.keep));
				this.outlooks.purgeBefore(now.minus(this.keep));
				this.tools.rates().purgeBefore(now.minus(DAY));
			}
			catch (RuntimeException databaseAway) {
				log.warn("Old mailings are still here: {}", databaseAway.getClass().getName());
			}
		}
	}

	private static String name(Stored<Mailing> mailing) {
		return mailing.tenant() + ":" + mailing.id();
	}

	/// What is being handed over may end, and is noted; the rest goes on elsewhere, or at
	/// the next start.
	@Override
	public synchronized void stop() {
		Thread looking = this.loop;
		ExecutorService running = this.runs;
		if (looking == null || running == null) {
			return;
		}
		this.stopping = true;
		looking.interrupt();
		running.shutdown();
		try {
			if (!running.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
				running.shutdownNow();
			}
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
		this.loop = null;
		this.runs = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.loop != null;
	}

}
