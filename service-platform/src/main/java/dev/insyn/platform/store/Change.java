package dev.insyn.platform.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.insyn.platform.messaging.OutgoingEvent;

/// The next state of a document and the facts that come with it, written in one atomic write.
public final class Change<T> {

	private final T state;

	private final List<OutgoingEvent> events;

	private final boolean write;

	private Change(T state, List<OutgoingEvent> events, boolean write) {
		this.state = state;
		this.events = List.copyOf(events);
		this.write = write;
	}

	public static <T> Change<T> of(T state) {
		return new Change<>(state, List.of(), true);
	}

	public static <T> Change<T> of(T state, Collection<OutgoingEvent> events) {
		return new Change<>(state, List.copyOf(events), true);
	}

	/// Nothing is written, unless an event is added or an effect must be remembered.
	public static <T> Change<T> unchanged(T state) {
		return new Change<>(state, List.of(), false);
	}

	public Change<T> with(OutgoingEvent event) {
		List<OutgoingEvent> more = new ArrayList<>(this.events);
		more.add(event);
		return new Change<>(this.state, more, true);
	}

	public T state() {
		return this.state;
	}

	public List<OutgoingEvent> events() {
		return this.events;
	}

	boolean writes() {
		return this.write;
	}

}
