package dev.insyn.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A contact looked at its data and found everything right.
///
/// @param fields the keys of the page's hidden fields that were written with it, such as a date stamp; null: none
/// @param keyId the contact's data key, `kid` of `sealed`; null when `fields` is
/// @param sealed as in [ContactDataUpdated], for the hidden fields; null when `fields` is
/// @param logNote the page's fixed note for the CRM's log, written by an administrator
public record ContactDataConfirmed(String contact, @Nullable String crmId, long version, Instant at, Origin origin,
		@Nullable List<String> fields, @Nullable String keyId, @Nullable String sealed, @Nullable String logNote) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.data-confirmed.v1";

}
