package dev.insyn.events;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A CRM system deleted records of one contact or of one organisation.
///
/// @param source the CRM system's own name
/// @param type the record type's key, such as `orders`
/// @param crmId the CRM's id of the contact that the records belong to; exactly one of `crmId` and `organisation` is
/// given
/// @param organisation the id, never the name, of the organisation that they belong to
/// @param sealed compact JWE (`ECDH-ES`, `A256GCM`) to contact-service's public key; its plaintext is a JSON array of
/// `{"id", "revision"}`, at most 500
/// @param values the same array in plain, only from a CRM that can't encrypt and only if the tenant allows it; exactly
/// one of `sealed` and `values` is given
public record CrmRecordsDeleted(String source, String type, @Nullable String crmId, @Nullable String organisation,
		@Nullable String sealed, @Nullable List<Map<String, Object>> values) {

	public static final String TOPIC = Topics.CRM;

	public static final String TYPE = "crm.records-deleted.v1";

}
