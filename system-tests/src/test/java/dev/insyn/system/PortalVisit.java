package dev.insyn.system;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;

/// A contact at the door of its tenant's portal, with its mailbox at hand.
final class PortalVisit {

	private static final Pattern CODE = Pattern.compile("(\\d{3}) (\\d{3})");

	private final Stack stack;

	private final Page page;

	private final String tenant;

	/// Codes of earlier mails are no news.
	private final Set<String> read = new HashSet<>();

	PortalVisit(Stack stack, Page page, String tenant) {
		this.stack = stack;
		this.page = page;
		this.tenant = tenant;
		new Mailbox(stack).all().forEach((mail) -> this.read.add(mail.id()));
	}

	String address(String below) {
		return this.stack.gateway("/portal/" + this.tenant + below).toString();
	}

	/// As far as to where the code is entered.
	void ask(String email) {
		this.page.navigate(address(""));
		this.page.fill("[name=email]", email);
		this.page.click("main button.button:not(.plain)");
	}

	String mailedCode(String email) {
		Mailbox.Mail mail = new Mailbox(this.stack).await((found) -> !this.read.contains(found.id())
				&& String.valueOf(found.to()).contains(email) && CODE.matcher(String.valueOf(found.text())).find());
		this.read.add(mail.id());
		Matcher code = CODE.matcher(String.valueOf(mail.text()));
		return code.find() ? code.group(1) + code.group(2) : "";
	}

	void enter(String code) {
		this.page.fill("[name=code]", code);
		this.page.click("main button.button:not(.plain)");
	}

	/// Signs in with a mailed code; a passkey that is offered is left for later.
	void signIn(String email) {
		ask(email);
		enter(mailedCode(email));
		if (this.page.url().contains("/access/offer")) {
			this.page.navigate(address(""));
		}
	}

}
