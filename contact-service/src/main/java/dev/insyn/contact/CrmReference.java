package dev.insyn.contact;

import java.time.Instant;
import java.util.regex.Pattern;

/// The CRM's own record of a contact.
///
/// @param revision grows with each change in the CRM; what carries an older or equal one is late or a repeat
/// @param changedAt when the CRM changed it
public record CrmReference(String source, String crmId, long revision, Instant changedAt) {

	private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final int LONGEST_ID = 200;

	/// @throws IllegalArgumentException if something is missing or has not its shape
	@SuppressWarnings("ConstantValue") // what a CRM sends may lack anything
	public CrmReference {
		if (source == null || !isSource(source)) {
			throw new IllegalArgumentException("A CRM has a name of letters, digits, dots and dashes");
		}
		if (crmId == null || crmId.isBlank() || crmId.length() > LONGEST_ID) {
			throw new IllegalArgumentException("A CRM's id has 1 to 200 characters");
		}
		if (changedAt == null || revision < 0) {
			throw new IllegalArgumentException("A CRM's record has a revision and a time");
		}
	}

	/// Whether a CRM may be called that.
	public static boolean isSource(String name) {
		return SOURCE.matcher(name).matches();
	}

	public boolean isNewerThan(CrmReference known) {
		return this.revision > known.revision;
	}

}
