package dev.insyn.notification;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

import dev.insyn.platform.tenancy.Tenant;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Writes the mail that tells a user that a contact used a page: who, which page, which fields, when, and why one got
/// it. Values are left out on purpose: mail is read in places that Insyn can't protect.
@Component
class PageUsedMail {

	private final @Nullable String contactLink;

	private final TemplateEngine templates;

	PageUsedMail(NotificationSettings settings, TemplateEngine templates) {
		this.contactLink = settings.contactLink();
		this.templates = templates;
	}

	MailContent write(Tenant tenant, PageRules rules, PageUse use, String contactName) {
		String language = tenant.languages().getFirst();
		String tenantName = HeaderText.of(tenant.name());
		MailTexts texts = MailTexts.in(language);
		String name = HeaderText.of(contactName);
		String who = name.isEmpty() ? texts.get("someone") : name;
		String page = HeaderText.of(rules.name(language));
		PageUsedWords words = new PageUsedWords(language, tenantName, texts.get("heading", who),
				texts.get("intro", page, when(tenant, use, texts)), texts.get("fields"),
				rules.labels(use.fields(), language), texts.get("fields.hidden"), texts.get("values"),
				texts.get("open"), link(tenant, use), texts.get("why", page, use.page(), tenantName));
		return new MailContent(HeaderText.of(texts.get("subject", who)), html(words), PlainMail.of(words));
	}

	private String html(PageUsedWords words) {
		StringOutput output = new StringOutput();
		this.templates.render("page-used.jte", words, output);
		return output.toString();
	}

	private String link(Tenant tenant, PageUse use) {
		return (this.contactLink == null || this.contactLink.isBlank()) ? ""
				: UriComponentsBuilder.fromUriString(this.contactLink)
					.encode()
					.buildAndExpand(Map.of("tenant", tenant.id().value(), "contact", use.contact()))
					.toUriString();
	}

	private static String when(Tenant tenant, PageUse use, MailTexts texts) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(texts.locale(tenant))
			.format(use.at().atZone(tenant.timeZone()));
	}

}
