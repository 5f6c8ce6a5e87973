package dev.insyn.audit;

import org.jspecify.annotations.Nullable;

/// Who did what, when, on whom, and from where, as the event told it.
///
/// @param time as the publisher wrote it
/// @param source the service or system that published it
/// @param contact the contact that it is about
/// @param crmContact `source|crmId` of that contact, which ties a CRM's events to the contact they became
/// @param trace W3C `traceparent`, leads to the request that caused it
/// @param body the payload as it came, byte by byte, so that a JWE in it stays sealed and dies with its key; null if
/// it was withheld
/// @param digest keyed, of the payload: proves what a withheld one was to who has it
/// @param remark why it was withheld or has no tenant
record AuditedEvent(String id, String type, String subject, String actor, String time, String source,
		@Nullable String contact, @Nullable String crmContact, @Nullable String trace, byte @Nullable [] body,
		String digest, @Nullable String remark) {
}
