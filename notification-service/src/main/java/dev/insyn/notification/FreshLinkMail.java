package dev.insyn.notification;

import java.util.List;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// Writes the mail that brings a contact a fresh link, in the language in which it asked. It names nobody: an address may
/// be shared.
@Component
class FreshLinkMail {

	private final ContactMail mail;

	FreshLinkMail(ContactMail mail) {
		this.mail = mail;
	}

	/// @param links with what their pages are called; with one link its page's name is
	/// not
	/// said
	MailContent write(Tenant tenant, TenantLook.Colours colours, MailTexts texts, List<ContactMailWords.Button> links) {
		String name = HeaderText.of(tenant.name());
		List<ContactMailWords.Button> buttons = (links.size() > 1) ? links
				: List.of(new ContactMailWords.Button(texts.get("fresh.open"), links.getFirst().address()));
		return this.mail.content(texts, texts.get("fresh.subject", name), colours,
				new ContactMailWords(texts.locale().getLanguage(), name, colours.strong(), colours.ink(),
						texts.get("fresh.heading"), texts.get("fresh.preview", name),
						List.of(texts.get((links.size() > 1) ? "fresh.before.many" : "fresh.before", name)), "",
						buttons, List.of(texts.get("fresh.personal"), texts.get("fresh.not-you")),
						tenant.contactEmail(), texts.get("fresh.why", name)));
	}

}
