package dev.insyn.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the shares of one instance its own while it works on them, and looks whether the mailing is still to be sent: at
/// least each second, however long a mail takes.
final class Tenure implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Tenure.class);

	private static final Duration SURE = Duration.ofSeconds(1);

	private final MailingTools tools;

	private final TenantId tenant;

	private final String mailing;

	private final Set<String> runs = ConcurrentHashMap.newKeySet();

	private final Thread heart;

	private volatile boolean wanted = true;

	private volatile long sure = System.nanoTime();

	Tenure(MailingTools tools, TenantId tenant, String mailing) {
		this.tools = tools;
		this.tenant = tenant;
		this.mailing = mailing;
		this.heart = Thread.ofVirtual().name("tenure-" + mailing).start(this::beat);
	}

	void begins(Share share) {
		this.runs.add(share.run());
	}

	void ends(Share share) {
		this.runs.remove(share.run());
	}

	/// Whether the mailing is still to be sent, for all that is known; unknown is no.
	boolean isWanted() {
		return this.wanted && System.nanoTime() - this.sure < this.tools.lease().toNanos() / 2;
	}

	/// Whether the worker may go on with its share.
	boolean holds(Share share) {
		return isWanted() && this.runs.contains(share.run());
	}

	private void beat() {
		long pause = Math.min(SURE.toNanos(), this.tools.lease().toNanos() / 8);
		while (!Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(pause);
			try {
				long asked = System.nanoTime();
				look();
				this.sure = asked;
			}
			catch (RuntimeException away) {
				log.info("The shares of mailing {} could not be renewed: {}", this.mailing, away.getClass().getName());
			}
		}
	}

	private void look() {
		Set<String> mine = Set.copyOf(this.runs);
		Instant now = this.tools.clock().instant();
		Work work = this.tools.mailings().change(this.tenant, this.mailing, (mailing) -> {
			this.wanted = mailing.isSending();
			return (mailing.isSending() && endsSoon(mailing.work(), mine, now))
					? Change.of(mailing.working((before) -> renewed(before, mine, now))) : Change.unchanged(mailing);
		}).state().work();
		mine.stream().filter((run) -> work.of(run).isEmpty()).forEach(this.runs::remove);
	}

	private boolean endsSoon(Work work, Set<String> mine, Instant now) {
		Instant soon = now.plus(this.tools.lease().multipliedBy(3).dividedBy(4));
		return work.shares().stream().anyMatch((share) -> mine.contains(share.run()) && share.until().isBefore(soon));
	}

	private Work renewed(Work work, Set<String> mine, Instant now) {
		Work renewed = work;
		for (String run : mine) {
			renewed = renewed.changing(run, (share) -> share.heldUntil(now.plus(this.tools.lease())));
		}
		return renewed;
	}

	@Override
	public void close() {
		this.heart.interrupt();
	}

}
