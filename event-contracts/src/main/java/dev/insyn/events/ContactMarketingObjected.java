package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A contact objected to marketing (GDPR Art. 21): from now on nobody sends it any, also not what waits to be sent.
///
/// @param via how it was said: `unsubscribe`, `console`, `remembered`, or a word of the program that told it
/// @param mailing the mailing that was unsubscribed from; null if there was none
public record ContactMarketingObjected(String contact, String crmId, Instant at, String via, @Nullable String mailing) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.marketing-objected.v1";

}
