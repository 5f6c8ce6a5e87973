package dev.insyn.notification.template;

import dev.insyn.notification.TenantLook;

/// The one button of a mail, and the plain link under it for programs that show no buttons and readers who trust none.
final class MailButton {

	private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

	private MailButton() {
	}

	/// @param address and label, both escaped
	static String of(String address, String label, TenantLook.Colours colours) {
		return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:8px 0 8px\"><tr><td class=\"button\" bgcolor=\""
				+ colours.strong() + "\" style=\"background-color:" + colours.strong()
				+ ";border-radius:6px\"><a href=\"" + address + "\" style=\"display:inline-block;padding:13px 24px;"
				+ FONT + "font-size:16px;line-height:20px;font-weight:600;color:" + colours.ink()
				+ ";text-decoration:none\">" + label + "</a></td></tr></table>"
				+ "<p class=\"quiet\" style=\"margin:0 0 20px;" + FONT
				+ "font-size:13px;line-height:20px;color:#5a616b;word-break:break-all\"><a href=\"" + address
				+ "\" style=\"color:#5a616b\">" + address + "</a></p>";
	}

}
