package dev.insyn.platform.messaging;

import java.time.Instant;

import dev.insyn.platform.tenancy.TenantId;

/// A fact that was received.
///
/// @param id the same on every delivery: give it to `changeOnce` as the effect's id
/// @param time when it happened, as its publisher says
public record IncomingEvent<B>(String id, String type, TenantId tenant, String subject, Actor actor, Instant time,
		B body, Origin origin) {

	/// Where in the log it stands.
	public record Origin(String topic, int partition, long offset) {
	}

	<C> IncomingEvent<C> withBody(C other) {
		return new IncomingEvent<>(this.id, this.type, this.tenant, this.subject, this.actor, this.time, other,
				this.origin);
	}

}
