package dev.insyn.events;

import java.time.Instant;

/// A user opened a contact's details: whoever asks who has seen its data gets an answer (GDPR Art. 15). Told once for what
/// a user looks at again within minutes.
///
/// @param user the user's id
public record ContactViewed(String contact, String user, Instant at) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.viewed.v1";

}
