package dev.insyn.platform.messaging;

/// The broker did not confirm an event in time.
public final class EventNotSent extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public EventNotSent(String type, String id, Throwable cause) {
		super("Not confirmed by the broker: " + type + " " + id, cause);
	}

}
