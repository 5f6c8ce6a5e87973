package dev.insyn.events;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A CRM system created or changed a contact.
///
/// @param source the CRM system's own name; with `crmId` it identifies the contact within the tenant
/// @param revision grows with every change of this contact in the CRM; an older or equal one is ignored
/// @param organisation the id, never the name, of the organisation that the contact belongs to; its name may stand
/// sealed among the values, as `@organisation`
/// @param sealed compact JWE (`ECDH-ES`, `A256GCM`) to contact-service's public key; its plaintext is a
/// JSON object of field key to value
/// @param values the same object in plain, only from a CRM that can't encrypt and only if the tenant allows
/// it; exactly one of `sealed` and `values` is given
public record CrmContactUpserted(String source, String crmId, long revision, Instant changedAt,
		@Nullable String organisation, @Nullable String sealed, @Nullable Map<String, Object> values) {

	public static final String TOPIC = Topics.CRM;

	public static final String TYPE = "crm.contact-upserted.v1";

}
