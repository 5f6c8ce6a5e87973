package dev.insyn.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Writes the mail that tells a contact that its portal has another way in, and what to do if somebody else added it. It
/// names nobody: an address may be shared.
@Component
class AccessAddedMail {

	private final ContactMail mail;

	private final String publicUrl;

	AccessAddedMail(ContactMail mail, @Value("${insyn.public-url:http://localhost:8080}") String publicUrl) {
		this.mail = mail;
		this.publicUrl = publicUrl;
	}

	MailContent write(Tenant tenant, TenantLook.Colours colours, AddedAccess added, Instant at) {
		MailTexts texts = MailTexts.in(ContactMail.language(tenant, added.language()));
		String name = HeaderText.of(tenant.name());
		String way = "device".equals(added.way()) ? "device" : "passkey";
		String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(texts.locale(tenant))
			.format(at.atZone(tenant.timeZone()));
		return this.mail.content(texts, texts.get("added.subject", name), colours,
				new ContactMailWords(texts.locale().getLanguage(), name, colours.strong(), colours.ink(),
						texts.get("added.heading." + way), texts.get("changed.you"),
						List.of(texts.get("added.before." + way, name, when), texts.get("changed.you")), "",
						List.of(new ContactMailWords.Button(texts.get("added.open"),
								this.publicUrl + "/portal/" + tenant.id() + "/access")),
						List.of(texts.get("added.not-you")), tenant.contactEmail(), texts.get("added.why", name)));
	}

}
