package dev.insyn.platform.messaging;

/// A record that no retry will make readable: it goes to the dead letters at once. Never quotes the content.
public final class UnreadableEvent extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnreadableEvent(String what) {
		super(what);
	}

}
