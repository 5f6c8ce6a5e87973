package dev.insyn.events;

import java.time.Instant;

/// A contact's e-mail address was changed or removed by the contact itself, and whoever reads the old one is to be told.
/// The values are in the `contact.data-updated.v1` beside it.
///
/// @param change the id of the wish that led to it
public record ContactEmailChanged(String contact, String change, Instant at, Origin origin) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.email-changed.v1";

}
