package dev.insyn.platform.messaging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// An event with its id and time, its body written, ready to be sent as often as it takes. Rests in its document until
/// the broker has it.
///
/// @param traceparent the trace (W3C) in which it came about, so that consuming it, even much later, continues that trace
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PendingEvent(String id, String topic, String key, String type, String subject, String tenant,
		String actor, Instant time, @Nullable String traceparent, byte[] body) {

	@Override
	public String toString() {
		return this.type + " " + this.id;
	}

}
