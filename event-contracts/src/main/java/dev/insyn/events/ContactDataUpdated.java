package dev.insyn.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A contact's data changed, by the contact itself, a CRM system or an API client.
///
/// @param version the contact's version after the change; grows by one with each
/// @param fields the keys of the fields that changed
/// @param keyId the contact's data key, `kid` of `sealed`
/// @param sealed compact JWE (`dir`, `A256GCM`) of `{"field": {"before": …, "after": …}}`
/// @param logNote the page's fixed note for the CRM's log, written by an administrator
public record ContactDataUpdated(String contact, @Nullable String crmId, long version, Instant at, Origin origin,
		List<String> fields, String keyId, String sealed, @Nullable String logNote) {

	public static final String TOPIC = Topics.CONTACTS;

	public static final String TYPE = "contact.data-updated.v1";

}
