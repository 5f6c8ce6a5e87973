package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.insyn.notification.NotDelivered;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

/// A worker sends to the contacts of its share.
///
/// **At most once.** That a contact's mail is being handed over is written before it is, and what became of it after. Who is
/// found half-way, because a process died there, may have got it, and gets no second: it is reported as such. Only what the mail
/// server certainly did not take is tried again.
final class SendingShare {

	private final MailingTools tools;

	private final Consignment consignment;

	private final Share share;

	private final Stride stride;

	private final Pace pace;

	private final Outcomes outcomes;

	SendingShare(MailingTools tools, Consignment consignment, Share share, Stride stride, Pace pace,
			Outcomes outcomes) {
		this.tools = tools;
		this.consignment = consignment;
		this.share = share;
		this.stride = stride;
		this.pace = pace;
		this.outcomes = outcomes;
	}

	/// @param goesOn whether the share is still the worker's, and the mailing to be sent
	/// @return false if it ended before all had their turn
	/// @throws NotDelivered if it can't go on, now or at all
	boolean send(BooleanSupplier goesOn) {
		Map<Recipient.State, List<Recipient>> known = this.tools.recipients()
			.known(tenant(), id(), this.share.contacts())
			.stream()
			.map(Stored::state)
			.collect(Collectors.groupingBy(Recipient::state));
		this.outcomes.inDoubt(contacts(known.getOrDefault(Recipient.State.GOING, List.of())));
		Set<String> fresh = new LinkedHashSet<>(this.share.contacts());
		known.values().forEach((some) -> fresh.removeAll(contacts(some)));
		List<String> due = contacts(known.getOrDefault(Recipient.State.WAITING, List.of())
			.stream()
			.filter((one) -> one.isDue(now()))
			.toList());
		return handOver(prepare(fresh, this::leaveOut), goesOn, this::begin)
				&& handOver(prepare(due, this.outcomes::leftOut), goesOn, this::beginAgain);
	}

	private static List<String> contacts(List<Recipient> recipients) {
		return recipients.stream().map(Recipient::contact).toList();
	}

	private List<Prepared> prepare(Collection<String> contacts, Consumer<Map<String, Prepared>> leaveOut) {
		if (contacts.isEmpty()) {
			return List.of();
		}
		Map<String, Prepared> none = new LinkedHashMap<>();
		List<Prepared> mails = new ArrayList<>();
		for (Prepared one : this.tools.preparing().prepare(this.consignment, contacts)) {
			if (one.letter() != null) {
				mails.add(one);
			}
			else {
				none.put(one.contact(), one);
			}
		}
		leaveOut.accept(none);
		return mails;
	}

	private void leaveOut(Map<String, Prepared> none) {
		Instant now = now();
		List<Recipient> recipients = none.values()
			.stream()
			.map((one) -> Recipient.leftOut(id(), one.contact(), String.valueOf(one.reason()), one.detail(), now))
			.toList();
		try {
			this.tools.recipients().add(tenant(), recipients);
		}
		catch (AlreadyExists somebodyWasQuicker) {
			// The others are written, and what that one wrote stands.
		}
	}

	private boolean handOver(List<Prepared> mails, BooleanSupplier goesOn, UnaryOperator<List<Prepared>> begin) {
		List<Prepared> left = new ArrayList<>(mails);
		while (!left.isEmpty()) {
			if (!goesOn.getAsBoolean()) {
				return false;
			}
			int most = this.tools.handingOver().room(this.stride.length());
			if (most == 0) {
				throw NotDelivered.forNow("mail-server-away");
			}
			Pace.Turn turn = this.pace.next(left, most);
			if (turn.mails().isEmpty()) {
				LockSupport.parkNanos(turn.pause().toNanos());
				continue;
			}
			left.removeAll(turn.mails());
			handOver(begin.apply(turn.mails()));
		}
		return true;
	}

	private void handOver(List<Prepared> mine) {
		long begun = System.nanoTime();
		Map<String, Optional<NotDelivered>> done = this.tools.handingOver().send(id(), mine);
		this.stride.took(System.nanoTime() - begun);
		this.outcomes.note(done);
		done.values().stream().flatMap(Optional::stream).forEach(SendingShare::haltIfAway);
	}

	/// Whom the mail could not be handed over because the server is away waits with all
	/// others.
	private static void haltIfAway(NotDelivered failure) {
		if (failure.isTheServers() && !failure.isInDoubt()) {
			throw NotDelivered.forNow(failure.reason());
		}
	}

	/// From here on nobody else sends to them.
	private List<Prepared> begin(List<Prepared> mails) {
		Instant now = now();
		List<String> pages = List.copyOf(this.consignment.template().pages());
		try {
			this.tools.recipients()
				.add(tenant(),
						mails.stream()
							.map((one) -> Recipient.going(id(), one.contact(), pages, this.share.run(), now))
							.toList());
			return mails;
		}
		catch (AlreadyExists somebodyWasQuicker) {
			return ours(mails);
		}
	}

	private List<Prepared> beginAgain(List<Prepared> mails) {
		this.outcomes.change(mails.stream().map(Prepared::contact).toList(),
				(recipient) -> (recipient.state() == Recipient.State.WAITING)
						? Change.of(recipient.again(this.share.run(), now())) : Change.unchanged(recipient));
		return ours(mails);
	}

	/// Each contact has one turn in a share, so that whoever is being sent to in its name
	/// was begun just now.
	private List<Prepared> ours(List<Prepared> mails) {
		Set<String> ours = new HashSet<>();
		this.tools.recipients()
			.known(tenant(), id(), mails.stream().map(Prepared::contact).toList())
			.stream()
			.map(Stored::state)
			.filter((one) -> one.state() == Recipient.State.GOING && this.share.run().equals(one.run()))
			.forEach((one) -> ours.add(one.contact()));
		return mails.stream().filter((mail) -> ours.contains(mail.contact())).toList();
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
