package dev.insyn.notification;

import java.util.List;

/// Every word of a mail to a contact, in the order in which it stands there: what both halves, HTML and plain text, are
/// made of.
///
/// @param colour of the tenant's page, as `#rrggbb`
/// @param ink text on it
/// @param code the digits, in groups; empty for a mail without
/// @param buttons that lead to a page of the contact
/// @param preview what a mailbox shows beside the subject; never the code
/// @param contact whom to write to, if it wasn't the contact; empty if the tenant gives no address
public record ContactMailWords(String language, String tenant, String colour, String ink, String heading,
		String preview, List<String> before, String code, List<Button> buttons, List<String> after, String contact,
		String why) {

	/// A mail without buttons.
	ContactMailWords(String language, String tenant, String colour, String ink, String heading, String preview,
			List<String> before, String code, List<String> after, String contact, String why) {
		this(language, tenant, colour, ink, heading, preview, before, code, List.of(), after, contact, why);
	}

	@Override
	public String toString() {
		return "ContactMailWords[]";
	}

	/// Where the mail leads.
	public record Button(String label, String address) {

		/// Without the address, which is a secret.
		@Override
		public String toString() {
			return "Button[]";
		}

	}

}
