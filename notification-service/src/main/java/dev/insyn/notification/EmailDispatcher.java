package dev.insyn.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for due mails, at once when woken and else at intervals, and lets them be sent, a few at a time. The queue is
/// the database: instances may come and go, and consuming never waits for a mail server.
@Component
class EmailDispatcher implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(EmailDispatcher.class);

	private static final Duration FAREWELL = Duration.ofSeconds(10);

	/// Between being woken and looking: one look finds many mails, where one for each
	/// would cost more than the mail.
	private static final Duration GATHERING = Duration.ofMillis(40);

	private final Tenants tenants;

	private final Emails emails;

	private final SendingEmail sending;

	private final Smtp smtp;

	private final Retention retention;

	private final NotificationSettings settings;

	private final Clock clock = Clock.systemUTC();

	private final Semaphore bell = new Semaphore(0);

	private final Set<String> underWay = ConcurrentHashMap.newKeySet();

	private @Nullable Thread loop;

	private volatile @Nullable ExecutorService senders;

	EmailDispatcher(Tenants tenants, Emails emails, SendingEmail sending, Smtp smtp, Retention retention,
			NotificationSettings settings) {
		this.tenants = tenants;
		this.emails = emails;
		this.sending = sending;
		this.smtp = smtp;
		this.retention = retention;
		this.settings = settings;
	}

	/// Something was queued.
	void wake() {
		this.bell.release();
	}

	@Override
	public synchronized void start() {
		if (this.loop == null) {
			this.senders = Executors.newVirtualThreadPerTaskExecutor();
			this.loop = Thread.ofVirtual().name("email-dispatcher").start(this::run);
		}
	}

	private void run() {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				look();
				this.retention.enforceDaily(this.clock.instant());
				if (this.bell.tryAcquire(this.settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
					Thread.sleep(GATHERING);
				}
				this.bell.drainPermits();
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}

	private void look() {
		for (Tenant tenant : this.tenants.all()) {
			try {
				dispatch(this.emails.due(tenant.id(), this.clock.instant(), 2 * this.settings.senders()));
			}
			catch (RuntimeException databaseAway) {
				log.warn("The mails of {} could not be looked at: {}", tenant.id(), databaseAway.getClass().getName());
			}
		}
	}

	private void dispatch(List<Stored<Email>> due) {
		ExecutorService running = this.senders;
		for (Stored<Email> email : due) {
			if (running != null && this.underWay.size() < this.smtp.room() && this.underWay.add(name(email))) {
				running.execute(() -> send(email));
			}
		}
	}

	private void send(Stored<Email> email) {
		try {
			this.sending.attempt(email);
		}
		catch (RuntimeException databaseAway) {
			log.warn("What became of mail {} could not be noted: {}", email.id(), databaseAway.getClass().getName());
		}
		finally {
			this.underWay.remove(name(email));
			wake();
		}
	}

	private static String name(Stored<Email> email) {
		return email.tenant() + ":" + email.id();
	}

	/// What is being handed over may end; what can't end in time is tried again later.
	@Override
	public synchronized void stop() {
		Thread looking = this.loop;
		ExecutorService running = this.senders;
		if (looking == null || running == null) {
			return;
		}
		looking.interrupt();
		running.shutdown();
		try {
			if (!running.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
				running.shutdownNow();
				running.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
		this.loop = null;
		this.senders = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.loop != null;
	}

}
