package dev.insyn.notification;

import java.util.List;
import java.util.stream.Stream;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// Turns a queued mail with fresh links into a letter: the address from contact-service, the links from token-service, both
/// at this moment.
@Component
class WritingFreshLinks {

	private final FreshLinks links;

	private final ContactAddresses addresses;

	private final Pages pages;

	private final TenantLook look;

	private final FreshLinkMail mail;

	WritingFreshLinks(FreshLinks links, ContactAddresses addresses, Pages pages, TenantLook look, FreshLinkMail mail) {
		this.links = links;
		this.addresses = addresses;
		this.pages = pages;
		this.look = look;
		this.mail = mail;
	}

	/// @throws NotDelivered if no link can be issued any more, or can't be had now
	Letter write(Tenant tenant, Email email) {
		FreshLinkWish wish = FreshLinkWish.parse(email.recipient());
		MailTexts texts = MailTexts.in(ContactMail.language(tenant, wish.language()));
		String contact = email.use().contact();
		String address = this.addresses.get(tenant.id(), contact);
		List<ContactMailWords.Button> issued = wish.pages()
			.stream()
			.flatMap((page) -> issue(tenant, page, contact, texts))
			.toList();
		if (issued.isEmpty()) {
			throw NotDelivered.forGood("no-longer-wanted");
		}
		return new Letter(tenant, address,
				this.mail.write(tenant, this.look.of(tenant.id(), email.use().page()), texts, issued));
	}

	private Stream<ContactMailWords.Button> issue(Tenant tenant, String page, String contact, MailTexts texts) {
		return this.links.issue(tenant.id(), page, contact)
			.map((address) -> new ContactMailWords.Button(
					this.pages.name(tenant.id(), page, texts.locale().getLanguage()), address))
			.stream();
	}

}
