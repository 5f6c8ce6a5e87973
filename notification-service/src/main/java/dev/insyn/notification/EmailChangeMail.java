package dev.insyn.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

import dev.insyn.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Writes the two mails of an address change, in the contact's language and the tenant's colours: the code to the new
/// address, and to the old one that there is a new one and what to do if the contact didn't want that. The new address
/// stands in neither, nor the contact's name: an address may be mistyped.
@Component
class EmailChangeMail {

	private static final int GROUP = 3;

	private final ContactMail mail;

	EmailChangeMail(ContactMail mail) {
		this.mail = mail;
	}

	MailContent code(Tenant tenant, TenantLook.Colours colours, EmailChanges.Facts facts) {
		MailTexts texts = MailTexts.in(ContactMail.language(tenant, facts.language()));
		String name = HeaderText.of(tenant.name());
		String digits = String.valueOf(facts.code());
		String until = format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), facts.expires(), tenant, texts);
		return this.mail
			.content(texts, texts.get("code.subject", name), colours, new ContactMailWords(texts.locale().getLanguage(),
					name, colours.strong(), colours.ink(), texts.get("code.heading"), texts.get("code.preview", name),
					List.of(texts.get("code.before", name)), digits.substring(0, GROUP) + " " + digits.substring(GROUP),
					List.of(texts.get("code.until", until), texts.get("code.not-you"), texts.get("code.never", name)),
					tenant.contactEmail(), texts.get("code.why", name)));
	}

	MailContent changed(Tenant tenant, TenantLook.Colours colours, EmailChanges.Facts facts) {
		MailTexts texts = MailTexts.in(ContactMail.language(tenant, facts.language()));
		String name = HeaderText.of(tenant.name());
		String at = format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), facts.at(),
				tenant, texts);
		List<String> after = new ArrayList<>();
		after.add(texts.get("changed.you"));
		after.add(tenant.contactEmail().isBlank() ? texts.get("changed.not-you", name)
				: texts.get("changed.not-you.write", name, tenant.contactEmail()));
		return this.mail.content(texts, texts.get("changed.subject", name), colours,
				new ContactMailWords(texts.locale().getLanguage(), name, colours.strong(), colours.ink(),
						texts.get("changed.heading"), texts.get("changed.preview", name),
						List.of(texts.get("changed.before", name, at)), "", after, tenant.contactEmail(),
						texts.get("changed.why", name)));
	}

	private static String format(DateTimeFormatter formatter, @Nullable Instant instant, Tenant tenant,
			MailTexts texts) {
		return (instant != null) ? formatter.withLocale(texts.locale(tenant)).format(instant.atZone(tenant.timeZone()))
				: "";
	}

}
