package dev.insyn.platform.store;

import java.util.function.Consumer;

import dev.insyn.platform.messaging.EventNotSent;
import dev.insyn.platform.messaging.EventPublisher;
import dev.insyn.platform.messaging.PendingEvent;

/// Documents whose lease is held, with the events that are to leave them.
interface Sending {

	/// @return how many were sent
	/// @throws EventNotSent after giving the lease back, if the broker did not confirm
	/// one
	int send(EventPublisher publisher, Consumer<PendingEvent> confirmed);

}
