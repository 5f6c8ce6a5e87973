package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import dev.insyn.notification.NotDelivered;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// One instance at work on one mailing, beside others or alone, until there is nothing left for it to do. While one of its
/// workers writes mails and notes what became of them, the other hands over; what both hold in memory is their shares,
/// however many contacts there are.
final class MailingRun {

	/// So many shares at once.
	static final int WORKERS = 2;

	private final MailingTools tools;

	private final Consignment consignment;

	private final BooleanSupplier stopping;

	private final Outcomes outcomes;

	private final Pace pace;

	private final ReentrantLock taking = new ReentrantLock();

	private volatile @Nullable RuntimeException halted;

	MailingRun(MailingTools tools, Mailing mailing, Consignment consignment, BooleanSupplier stopping) {
		this.tools = tools;
		this.consignment = consignment;
		this.stopping = stopping;
		this.outcomes = new Outcomes(tools, consignment);
		this.pace = tools.pace(mailing, consignment.mailing());
	}

	/// @throws NotDelivered if it can't go on, now or at all
	void work() {
		try (Tenure tenure = new Tenure(this.tools, tenant(), id());
				ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int worker = 0; worker < WORKERS; worker++) {
				workers.execute(() -> workCalmly(tenure));
			}
		}
		if (this.halted != null) {
			throw this.halted;
		}
		finish();
	}

	/// What halts one worker halts all of this instance.
	private void workCalmly(Tenure tenure) {
		try {
			work(tenure);
		}
		catch (RuntimeException halts) {
			this.halted = halts;
		}
	}

	private void work(Tenure tenure) {
		Stride stride = new Stride();
		Optional<Share> next = next(tenure);
		while (next.isPresent()) {
			work(next.get(), stride, tenure);
			next = next(tenure);
		}
	}

	/// One after the other: two who ask at once would ask contact-service for the same.
	private Optional<Share> next(Tenure tenure) {
		this.taking.lock();
		try {
			if (!goesOn() || !tenure.isWanted()) {
				return Optional.empty();
			}
			Optional<Share> next = this.tools.sharing().next(tenant(), id(), this.outcomes.somePutOff());
			next.ifPresent(tenure::begins);
			return next;
		}
		finally {
			this.taking.unlock();
		}
	}

	private void work(Share share, Stride stride, Tenure tenure) {
		boolean finished = false;
		try {
			finished = new SendingShare(this.tools, this.consignment, share, stride, this.pace, this.outcomes)
				.send(() -> goesOn() && tenure.holds(share));
		}
		finally {
			tenure.ends(share);
			if (finished) {
				this.tools.sharing().finished(tenant(), id(), share);
			}
			else {
				this.tools.sharing().leave(tenant(), id(), share);
			}
		}
	}

	private boolean goesOn() {
		return this.halted == null && !this.stopping.getAsBoolean();
	}

	/// Over when nobody has a share left: taking one is a write to the same document, so
	/// that it can't happen in between.
	private void finish() {
		this.tools.mailings().change(tenant(), id(), (mailing) -> {
			Instant now = this.tools.clock().instant();
			if (!mailing.isSending() || !mailing.work().listed() || !mailing.work().shares().isEmpty()) {
				return Change.unchanged(mailing);
			}
			this.outcomes.clearUp();
			List<Recipient> waiting = this.tools.recipients().waiting(tenant(), id(), 1);
			if (!waiting.isEmpty()) {
				Instant next = waiting.getFirst().next();
				return Change.of(mailing.released((next != null) ? next : now, "recipients-deferred"));
			}
			return Change.of(mailing.ended(Mailing.Status.SENT, now))
				.with(MailingMessaging.finished(tenant(), id(), Mailing.Status.SENT,
						this.tools.counting().now(tenant(), id()), null, now));
		});
	}

	private TenantId tenant() {
		return this.consignment.tenant().id();
	}

	private String id() {
		return this.consignment.mailing();
	}

}
