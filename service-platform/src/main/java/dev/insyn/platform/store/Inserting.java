package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// New documents by the thousand, as they come into being. Each part is written in one request, while the next is being
/// made, and its events wait in one bundle instead of each in its document. They leave when this is closed, or after a
/// while, so that sending does not compete with the writing that somebody waits for; what a crash leaves is carried
/// through by the sweep.
///
/// For one thread at a time.
public final class Inserting<T> implements AutoCloseable {

	private final DocumentStore<T> store;

	private final Bundles bundles;

	private final TenantId tenant;

	private final Outbox outbox;

	private final List<BundleClaim> held = new ArrayList<>();

	private @Nullable Part last;

	Inserting(DocumentStore<T> store, TenantId tenant, Outbox outbox) {
		this.store = store;
		this.bundles = store.bundles();
		this.tenant = tenant;
		this.outbox = outbox;
	}

	/// Returns when the part before is stored. One that was begun is carried through,
	/// also
	/// if this fails in the middle.
	/// @param created up to some hundreds, by id
	/// @param stored runs when they are, on a thread that calls this
	/// @throws AlreadyExists if an id or a unique value of the part before is taken; its
	/// others are written all the same
	public void insert(Map<String, Change<T>> created, Runnable stored) {
		Bundle bundle = Bundle.begin();
		created.forEach((id, change) -> bundle.add(this.store.document(new Key(this.tenant, id), change.state()),
				this.store.prepare(change.events())));
		Part before = awaitLast();
		this.last = new Part(new FutureTask<>(() -> write(bundle)), stored);
		Thread.ofVirtual().name("inserting").start(this.last.writing());
		if (before != null) {
			before.stored().run();
		}
	}

	/// Waits for the last part.
	/// @throws AlreadyExists as [#insert]
	public void finish() {
		Part before = awaitLast();
		if (before != null) {
			before.stored().run();
		}
	}

	private BundleClaim write(Bundle bundle) {
		OutboxTimes times = this.outbox.times();
		Lease lease = Lease.take(times.now(), times.lease());
		this.bundles.writeDown(bundle, lease);
		this.bundles.write(bundle);
		return BundleClaim.ofWritten(this.bundles, bundle, lease, times);
	}

	private @Nullable Part awaitLast() {
		Part awaited = this.last;
		this.last = null;
		if (awaited != null) {
			this.held.add(awaited.await());
			if (this.held.getFirst().isHeldLong()) {
				release();
			}
		}
		return awaited;
	}

	/// Lets the events go. If the last part is still being written, its events are left
	/// to
	/// the sweep.
	@Override
	public void close() {
		release();
	}

	private void release() {
		for (BundleClaim claim : this.held) {
			if (this.outbox.sendsAtOnce()) {
				this.outbox.sendSoon(claim);
			}
			else {
				claim.giveBack();
			}
		}
		this.held.clear();
	}

	/// What is being written.
	private record Part(FutureTask<BundleClaim> writing, Runnable stored) {

		BundleClaim await() {
			try {
				return this.writing.get();
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof RuntimeException failure) {
					throw failure;
				}
				throw new IllegalStateException(ex.getCause());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

}
