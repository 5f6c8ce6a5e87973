package dev.insyn.contact;

import java.time.Instant;

/// Where a value came from.
///
/// @param source `crm:webcrm`, `page:P05` or `api:client-id`
/// @param actor who did it, `contact:…`, `client:…` or `system:…`
/// @param at when it was done, by the clock of whoever did it, but never later than when Insyn heard of it
public record Provenance(String source, String actor, Instant at) {

	private static final String CRM = "crm:";

	public static Provenance crm(String source, Instant at) {
		return new Provenance(CRM + source, "system:" + source, at);
	}

	boolean isFromCrm() {
		return this.source.startsWith(CRM);
	}

}
