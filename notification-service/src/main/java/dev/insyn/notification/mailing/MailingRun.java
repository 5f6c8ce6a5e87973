package dev.insyn.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// One instance at work on one mailing, for as long as it holds the lease. Goes through the audience; what it holds in memory
/// is a page of contacts, however many there are.
///
/// **At most once.** That a contact's mail is being handed over is written before it is, and what became of it after. Who is
/// found half-way, because a process died there, may have got it, and gets no second: it is reported as such. Only what the mail
/// server certainly did not take is tried again.
final class MailingRun {

	private static final Duration SURE = Duration.ofSeconds(1);

	private final MailingTools tools;

	private final Consignment consignment;

	private final String run;

	private final BooleanSupplier stopping;

	private final Pace pace;

	private final Stride stride = new Stride();

	private Mailing mailing;

	private Instant asked = Instant.EPOCH;

	private boolean mayWait = true;

	MailingRun(MailingTools tools, Stored<Mailing> mine, Consignment consignment, String run,
			BooleanSupplier stopping) {
		this.tools = tools;
		this.mailing = mine.state();
		this.consignment = consignment;
		this.run = run;
		this.stopping = stopping;
		this.pace = tools.pace(mine.state());
	}

	/// @throws NotDelivered if it can't go on, now or at all
	void work() {
		clearUp();
		String after = this.mailing.work().after();
		boolean listed = this.mailing.work().listed();
		while (!listed) {
			tryAgain();
			Audiences.Page page = this.tools.audiences()
				.page(tenant(), this.mailing.audience(), after, ContactsToMail.AT_ONCE);
			if (!send(fresh(page.contacts()))) {
				return;
			}
			after = page.next();
			listed = after == null;
			if (!goesOn(after, listed)) {
				return;
			}
		}
		tryAgain();
		finish();
	}

	/// Who was left half-way by a run that died may have got the mail.
	private void clearUp() {
		List<Recipient> left = this.tools.recipients().going(tenant(), id(), ContactsToMail.AT_ONCE);
		while (!left.isEmpty()) {
			note(left.stream().map(Recipient::contact).toList(), Recipient.State.GOING,
					(recipient) -> recipient.failed(Recipient.UNKNOWN_OUTCOME, null, now()));
			left = this.tools.recipients().going(tenant(), id(), ContactsToMail.AT_ONCE);
		}
	}

	private Collection<String> fresh(List<String> contacts) {
		Set<String> fresh = new LinkedHashSet<>(contacts);
		this.tools.recipients().known(tenant(), id(), fresh).forEach((known) -> fresh.remove(known.state().contact()));
		return fresh;
	}

	/// @return false if somebody halted it
	private boolean send(Collection<String> contacts) {
		if (contacts.isEmpty()) {
			return true;
		}
		List<Prepared> prepared = this.tools.preparing().prepare(this.consignment, contacts);
		Instant now = now();
		this.tools.recipients()
			.add(tenant(), prepared.stream()
				.filter((one) -> one.letter() == null)
				.map((one) -> Recipient.leftOut(id(), one.contact(), String.valueOf(one.reason()), one.detail(), now))
				.toList());
		return handOver(prepared.stream().filter((one) -> one.letter() != null).toList(), this::begin);
	}

	/// Those that the mail server put off and whose time has come.
	private void tryAgain() {
		while (this.mayWait) {
			List<Recipient> waiting = this.tools.recipients().waiting(tenant(), id(), ContactsToMail.AT_ONCE);
			List<String> due = waiting.stream()
				.filter((one) -> one.next() == null || !one.next().isAfter(now()))
				.map(Recipient::contact)
				.toList();
			this.mayWait = !waiting.isEmpty();
			if (due.isEmpty()) {
				return;
			}
			List<Prepared> prepared = this.tools.preparing().prepare(this.consignment, due);
			Map<String, Prepared> none = new LinkedHashMap<>();
			prepared.stream().filter((one) -> one.letter() == null).forEach((one) -> none.put(one.contact(), one));
			note(none.keySet(), Recipient.State.WAITING, (recipient) -> {
				Prepared why = none.get(recipient.contact());
				return (why != null) ? recipient.leftOut(String.valueOf(why.reason()), why.detail(), now()) : recipient;
			});
			if (!handOver(prepared.stream().filter((one) -> one.letter() != null).toList(), this::beginAgain)) {
				return;
			}
		}
	}

	private boolean handOver(List<Prepared> mails, Function<List<Prepared>, List<Prepared>> begin) {
		int done = 0;
		while (done < mails.size()) {
			if (!goesOn(this.mailing.work().after(), this.mailing.work().listed())) {
				return false;
			}
			if (this.tools.handingOver().room() == 0) {
				throw NotDelivered.forNow("mail-server-away");
			}
			int some = Math.min(this.stride.length(this.pace.perSecond()), mails.size() - done);
			List<Prepared> mine = begin.apply(mails.subList(done, done + some));
			long begun = System.nanoTime();
			Map<String, Optional<NotDelivered>> outcomes = this.tools.handingOver().send(id(), mine, this.pace);
			this.stride.took(System.nanoTime() - begun);
			note(outcomes.keySet(), Recipient.State.GOING,
					(recipient) -> become(recipient, outcomes.getOrDefault(recipient.contact(), Optional.empty())));
			done += some;
			outcomes.values().stream().flatMap(Optional::stream).forEach(this::haltIfAway);
		}
		return true;
	}

	/// From here on nobody else sends to them.
	private List<Prepared> begin(List<Prepared> mails) {
		Instant now = now();
		List<String> pages = List.copyOf(this.consignment.template().pages());
		try {
			this.tools.recipients()
				.add(tenant(),
						mails.stream()
							.map((one) -> Recipient.going(id(), one.contact(), pages, this.run, now))
							.toList());
			return mails;
		}
		catch (AlreadyExists somebodyWasQuicker) {
			return ours(mails, 1);
		}
	}

	private List<Prepared> beginAgain(List<Prepared> mails) {
		change(mails.stream().map(Prepared::contact).toList(),
				(recipient) -> (recipient.state() == Recipient.State.WAITING)
						? Change.of(recipient.again(this.run, now())) : Change.unchanged(recipient));
		return ours(mails, 2);
	}

	private List<Prepared> ours(List<Prepared> mails, int leastAttempts) {
		Set<String> ours = new HashSet<>();
		this.tools.recipients()
			.known(tenant(), id(), mails.stream().map(Prepared::contact).toList())
			.stream()
			.map(Stored::state)
			.filter((one) -> one.state() == Recipient.State.GOING && this.run.equals(one.run())
					&& one.attempts() >= leastAttempts)
			.forEach((one) -> ours.add(one.contact()));
		return mails.stream().filter((mail) -> ours.contains(mail.contact())).toList();
	}

	private Recipient become(Recipient recipient, Optional<NotDelivered> failure) {
		Instant now = now();
		if (failure.isEmpty()) {
			return recipient.sent(now);
		}
		NotDelivered why = failure.get();
		if (why.isInDoubt()) {
			return recipient.failed(Recipient.UNKNOWN_OUTCOME, why.words(), now);
		}
		if (why.isPermanent() || this.tools.retries().isTooLate(recipient, now)) {
			return recipient.failed(why.reason(), why.words(), now);
		}
		this.mayWait = true;
		return recipient.waiting(why.reason(), why.words(), this.tools.retries().next(recipient, now), now);
	}

	/// Whom the mail could not be handed over because the server is away waits with all
	/// others.
	private void haltIfAway(NotDelivered failure) {
		if (failure.isTheServers() && !failure.isInDoubt()) {
			throw NotDelivered.forNow(failure.reason());
		}
	}

	private void note(Collection<String> contacts, Recipient.State from, UnaryOperator<Recipient> outcome) {
		change(contacts, (recipient) -> {
			if (recipient.state() != from) {
				return Change.unchanged(recipient);
			}
			Recipient after = outcome.apply(recipient);
			return switch (after.state()) {
				case SENT -> Change.of(after).with(MailingMessaging.sent(tenant(), after, after.at()));
				case FAILED -> Change.of(after).with(MailingMessaging.failed(tenant(), after, after.at()));
				default -> Change.of(after);
			};
		});
	}

	/// What became of mails is known here alone until it is written: a database that is
	/// away for a moment is waited for.
	private void change(Collection<String> contacts, Function<Recipient, Change<Recipient>> act) {
		if (!contacts.isEmpty()) {
			this.tools.patience().untilWritten(() -> this.tools.recipients().change(tenant(), id(), contacts, act));
		}
	}

	/// Renews the lease, notes how far it is, and looks whether somebody halted it.
	private boolean goesOn(@Nullable String after, boolean listed) {
		boolean news = listed != this.mailing.work().listed() || !Objects.equals(after, this.mailing.work().after());
		if (!news && now().isBefore(this.asked.plus(SURE))) {
			return !this.stopping.getAsBoolean();
		}
		AtomicBoolean ours = new AtomicBoolean();
		Stored<Mailing> stored = this.tools.mailings().change(tenant(), id(), (mailing) -> {
			ours.set(mailing.isSentBy(this.run));
			return mailing.isSentBy(this.run) ? Change.of(mailing.goneOn(after, listed, now().plus(this.tools.lease())))
					: Change.unchanged(mailing);
		});
		this.mailing = stored.state();
		this.asked = now();
		return ours.get() && !this.stopping.getAsBoolean();
	}

	private void finish() {
		List<Recipient> waiting = new ArrayList<>(this.tools.recipients().waiting(tenant(), id(), 1));
		Instant now = now();
		Results results = this.tools.counting().now(tenant(), id());
		this.tools.mailings().change(tenant(), id(), (mailing) -> {
			if (!mailing.isSentBy(this.run)) {
				return Change.unchanged(mailing);
			}
			if (!waiting.isEmpty()) {
				Instant next = waiting.getFirst().next();
				return Change.of(mailing.released((next != null) ? next : now, "recipients-deferred"));
			}
			return Change.of(mailing.ended(Mailing.Status.SENT, now))
				.with(MailingMessaging.finished(tenant(), id(), Mailing.Status.SENT, results, null, now));
		});
	}

	private TenantId tenant() {
		return this.consignment.tenant().id();
	}

	private String id() {
		return this.consignment.mailing();
	}

	private Instant now() {
		return this.tools.clock().instant();
	}

}
