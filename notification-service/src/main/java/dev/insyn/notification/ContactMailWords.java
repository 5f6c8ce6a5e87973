package dev.insyn.notification;

import java.util.List;

/// Every word of a mail to a contact, in the order in which it stands there: what both halves, HTML and plain text, are
/// made of.
///
/// @param colour of the tenant's page, as `#rrggbb`
/// @param ink text on it
/// @param code the digits, in groups; empty for a mail without
/// @param preview what a mailbox shows beside the subject; never the code
/// @param contact whom to write to, if it wasn't the contact; empty if the tenant gives no address
public record ContactMailWords(String language, String tenant, String colour, String ink, String heading,
		String preview, List<String> before, String code, List<String> after, String contact, String why) {

	@Override
	public String toString() {
		return "ContactMailWords[]";
	}

}
