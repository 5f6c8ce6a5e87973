package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.insyn.platform.messaging.EventNotSent;
import dev.insyn.platform.messaging.EventPublisher;
import dev.insyn.platform.messaging.PendingEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A bundle whose lease we hold: sends its events, those of different documents side by side, each document's own in
/// order, and removes it.
final class BundleClaim implements Sending {

	private final Bundles bundles;

	private final Bundle bundle;

	private final OutboxTimes times;

	private final Set<String> out;

	private final boolean written;

	private Lease lease;

	private BundleClaim(Bundles bundles, Bundle bundle, Lease lease, OutboxTimes times, Set<String> out,
			boolean written) {
		this.bundles = bundles;
		this.bundle = bundle;
		this.lease = lease;
		this.times = times;
		this.out = new HashSet<>(out);
		this.written = written;
	}

	/// Of a bundle whose documents are all there.
	static BundleClaim ofWritten(Bundles bundles, Bundle bundle, Lease lease, OutboxTimes times) {
		return new BundleClaim(bundles, bundle, lease, times, Set.of(), true);
	}

	/// Takes a bundle that somebody has left, if nobody else does.
	static @Nullable BundleClaim take(Bundles bundles, Document found, OutboxTimes times) {
		Lease ours = Lease.take(times.now(), times.lease());
		Document taken = bundles.take(found, ours);
		return (taken != null) ? new BundleClaim(bundles, Bundle.of(taken), ours, times,
				Set.copyOf(taken.getList(Bundles.OUT, String.class, List.of())), false) : null;
	}

	/// Whether a third of its lease is over: what is left must suffice for sending.
	boolean isHeldLong() {
		return !this.lease.heldAt(this.times.now().plus(this.times.lease().multipliedBy(2).dividedBy(3)));
	}

	/// Leaves it to the sweep.
	void giveBack() {
		this.bundles.giveBack(this.bundle, this.lease, this.out);
	}

	@Override
	public int send(EventPublisher publisher, Consumer<PendingEvent> confirmed) {
		int before = this.out.size();
		List<List<PendingEvent>> events = events();
		try {
			for (int turn = 0; !ofTurn(events, turn).isEmpty(); turn++) {
				if (!stillHeld()) {
					return this.out.size() - before;
				}
				publisher.publishAll(notOut(ofTurn(events, turn)), (event) -> {
					this.out.add(event.id());
					confirmed.accept(event);
				});
			}
		}
		catch (EventNotSent ex) {
			giveBack();
			throw ex;
		}
		this.bundles.remove(this.bundle, this.lease);
		return this.out.size() - before;
	}

	/// Of each document that is there.
	private List<List<PendingEvent>> events() {
		Set<String> there = this.written ? Set.of() : this.bundles.writeMissing(this.bundle);
		List<List<PendingEvent>> events = new ArrayList<>();
		for (int i = 0; i < this.bundle.ids().size(); i++) {
			if (this.written || there.contains(this.bundle.ids().get(i))) {
				events.add(this.bundle.eventsOf(i));
			}
		}
		return events;
	}

	private static List<PendingEvent> ofTurn(List<List<PendingEvent>> events, int turn) {
		return events.stream().filter((own) -> own.size() > turn).map((own) -> own.get(turn)).toList();
	}

	private List<PendingEvent> notOut(List<PendingEvent> events) {
		return events.stream().filter((event) -> !this.out.contains(event.id())).toList();
	}

	private boolean stillHeld() {
		if (this.lease.heldAt(this.times.now().plus(this.times.longestSend()))) {
			return true;
		}
		this.lease = this.lease.renewed(this.times.now(), this.times.lease());
		return this.bundles.renew(this.bundle, this.lease);
	}

}
