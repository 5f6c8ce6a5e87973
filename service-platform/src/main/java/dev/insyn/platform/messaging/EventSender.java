package dev.insyn.platform.messaging;

/// Publishes an event that belongs to no document. Events of an aggregate go with its change instead, so that neither
/// can be without the other.
public interface EventSender {

	/// Returns when every in-sync replica has it.
	/// @throws EventNotSent if the broker did not confirm in time; it may have it all the
	/// same
	void send(OutgoingEvent event);

}
