package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Somebody proves by a mailed code to be a contact. Neither code nor address stands here: notification-service asks for
/// both when it writes the mail.
///
/// @param challenge the id of the question that the code answers
/// @param contact whose address the code goes to
/// @param purpose what the code opens: [#PORTAL] or [#LINK]
/// @param page of a link
/// @param language in which whoever asked reads
/// @param expires until when the code works
public record AccessCodeRequested(String challenge, String contact, String purpose, @Nullable String page,
		String language, Instant at, Instant expires) {

	public static final String TOPIC = Topics.LINKS;

	public static final String TYPE = "access-code.requested.v1";

	public static final String PORTAL = "portal";

	public static final String LINK = "link";

}
