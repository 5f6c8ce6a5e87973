package dev.insyn.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// Starts programs, keeps them running and stops them in reverse order.
public final class Supervisor implements AutoCloseable {

	private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

	private static final Duration QUICK = Duration.ofSeconds(60);

	private static final int QUICK_DEATHS = 3;

	private final Map<String, Child> children = new ConcurrentHashMap<>();

	private final Map<String, Deque<Instant>> deaths = new ConcurrentHashMap<>();

	private final Reaper reaper = Reaper.start();

	private final ProcessRecord record;

	private final Consumer<String> news;

	private final Consumer<String> givingUp;

	private volatile Runnable restarted = () -> {
	};

	private volatile boolean stopping;

	/// @param news told what a person should see
	/// @param givingUp told why, when a program keeps dying; expected to end everything
	public Supervisor(ProcessRecord record, Consumer<String> news, Consumer<String> givingUp) {
		this.record = record;
		this.news = news;
		this.givingUp = givingUp;
	}

	/// Starts the programs at once, and returns when all are ready.
	/// @throws StartFailed if one ends, or isn't ready in time
	public void start(Collection<Program> programs, Duration patience) {
		begin(programs);
		awaitReady(programs, patience);
	}

	/// Starts the programs at once, and returns.
	public void begin(Collection<Program> programs) {
		programs.forEach(this::run);
	}

	/// @throws StartFailed if one ends, or isn't ready in time
	public void awaitReady(Collection<Program> programs, Duration patience) {
		Instant deadline = Instant.now().plus(patience);
		List<Program> waitingFor = List.copyOf(programs);
		while (!waitingFor.isEmpty()) {
			waitingFor = waitingFor.stream().filter((program) -> !becameReady(program)).toList();
			if (Instant.now().isAfter(deadline)) {
				throw new StartFailed("%s did not become ready within %d s (see %s)"
					.formatted(waitingFor.getFirst().name(), patience.toSeconds(), waitingFor.getFirst().log()));
			}
			pause();
		}
	}

	private boolean becameReady(Program program) {
		Child child = child(program);
		if (!child.alive()) {
			throw new StartFailed(program.name() + " ended while starting, " + child.causeOfDeath());
		}
		if (!child.becomesReady()) {
			return false;
		}
		this.news.accept("%-22s ready after %.1f s".formatted(program.name(), child.age().toMillis() / 1000.0));
		child.process().onExit().thenRun(() -> died(child));
		return true;
	}

	private Child child(Program program) {
		Child child = this.children.get(program.name());
		if (child == null) {
			throw new IllegalStateException(program.name() + " was not started");
		}
		return child;
	}

	/// @param action run each time when a program that had died runs again, under another
	/// process id
	public void onRestart(Runnable action) {
		this.restarted = action;
	}

	/// What runs now, in the order of starting.
	public List<Child> children() {
		return this.children.values()
			.stream()
			.sorted(Comparator.comparingInt((Child child) -> child.program().rank()).thenComparing(Child::name))
			.toList();
	}

	private synchronized @Nullable Child run(Program program) {
		if (this.stopping) {
			return null;
		}
		Child child = Child.start(program);
		this.children.put(program.name(), child);
		this.reaper.watch(child.pid());
		this.record.add(program.name(), child.process().toHandle());
		return child;
	}

	private void died(Child child) {
		forget(child);
		if (this.stopping) {
			return;
		}
		if (diesTooOften(child.name())) {
			this.givingUp.accept(child.name() + " keeps dying, " + child.causeOfDeath());
			return;
		}
		this.news.accept(child.name() + " died and is started again, " + child.causeOfDeath());
		revive(child.program());
	}

	private boolean diesTooOften(String name) {
		Deque<Instant> recent = this.deaths.computeIfAbsent(name, (key) -> new ArrayDeque<>());
		Instant now = Instant.now();
		synchronized (recent) {
			recent.add(now);
			recent.removeIf((death) -> death.isBefore(now.minus(QUICK)));
			return recent.size() >= QUICK_DEATHS;
		}
	}

	private void revive(Program program) {
		Child child = run(program);
		if (child == null) {
			return;
		}
		this.restarted.run();
		child.process().onExit().thenRun(() -> died(child));
		Thread.ofVirtual().start(() -> {
			while (child.alive() && !child.becomesReady()) {
				pause();
			}
			if (child.ready()) {
				this.news.accept("%-22s is back after %.1f s".formatted(child.name(), child.age().toMillis() / 1000.0));
			}
		});
	}

	private void forget(Child child) {
		this.reaper.forget(child.pid());
		this.record.remove(child.pid());
	}

	/// Stops everything, the highest rank first; programs of one rank stop together.
	@Override
	public void close() {
		synchronized (this) {
			this.stopping = true;
		}
		Map<Integer, List<Child>> ranks = new TreeMap<>(Comparator.reverseOrder());
		children()
			.forEach((child) -> ranks.computeIfAbsent(child.program().rank(), (rank) -> new ArrayList<>()).add(child));
		ranks.values().forEach(this::stop);
		this.reaper.close();
	}

	private void stop(List<Child> together) {
		together.forEach(Child::askToStop);
		together.forEach((child) -> child.stopWithin(PATIENCE_AT_STOP));
		together.forEach(this::forget);
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartFailed("interrupted");
		}
	}

}
