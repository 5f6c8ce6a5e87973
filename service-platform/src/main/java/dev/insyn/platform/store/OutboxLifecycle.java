package dev.insyn.platform.store;

import java.time.Duration;

import org.springframework.context.SmartLifecycle;

/// Starts after everything else and stops after HTTP and the listeners, which may still have added events, but before
/// the producer and the database are closed.
final class OutboxLifecycle implements SmartLifecycle {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Outbox outbox;

	private final Indexes indexes;

	private volatile boolean running;

	OutboxLifecycle(Outbox outbox, Indexes indexes) {
		this.outbox = outbox;
		this.indexes = indexes;
	}

	@Override
	public void start() {
		this.running = true;
		this.indexes.start();
		this.outbox.start();
	}

	@Override
	public void stop() {
		this.indexes.stop();
		this.outbox.stop(PATIENCE);
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
