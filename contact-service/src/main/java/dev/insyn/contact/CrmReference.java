package dev.insyn.contact;

import java.time.Instant;

/// The CRM's own record of a contact.
///
/// @param revision grows with each change in the CRM; what carries an older or equal one is late or a repeat
/// @param changedAt when the CRM changed it
public record CrmReference(String source, String crmId, long revision, Instant changedAt) {

	public boolean isNewerThan(CrmReference known) {
		return this.revision > known.revision;
	}

}
