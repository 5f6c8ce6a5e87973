package dev.insyn.notification;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// Writes the mail that brings a contact the code for its portal or its page, in the language that it was reading. The
/// code stands in the body alone: subjects and previews light up on locked screens.
@Component
class AccessCodeMail {

	private static final int GROUP = 3;

	private final ContactMail mail;

	AccessCodeMail(ContactMail mail) {
		this.mail = mail;
	}

	MailContent write(Tenant tenant, TenantLook.Colours colours, AccessCodes.Code code) {
		MailTexts texts = MailTexts.in(ContactMail.language(tenant, code.language()));
		String name = HeaderText.of(tenant.name());
		String digits = code.code();
		String until = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
			.withLocale(texts.locale(tenant))
			.format(code.expires().atZone(tenant.timeZone()));
		return this.mail.content(texts, texts.get("access.subject", name), colours, new ContactMailWords(
				texts.locale().getLanguage(), name, colours.strong(), colours.ink(), texts.get("access.heading"),
				texts.get("access.preview", name), List.of(texts.get("access.before", name)),
				digits.substring(0, GROUP) + " " + digits.substring(GROUP),
				List.of(texts.get("access.until", until), texts.get("access.not-you"), texts.get("code.never", name)),
				tenant.contactEmail(), texts.get("access.why", name)));
	}

}
