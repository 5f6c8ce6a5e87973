package dev.insyn.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.insyn.platform.tenancy.Tenant;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Both halves, HTML and plain text, of a mail that the service itself writes to a contact.
@Component
class ContactMail {

	private static final Set<String> LANGUAGES = Set.of("sv", "en", "da", "nb", "fi", "de");

	private final TemplateEngine templates;

	ContactMail(TemplateEngine templates) {
		this.templates = templates;
	}

	/// The contact's language where there are texts in it, else the tenant's.
	static String language(Tenant tenant, @Nullable String ofContact) {
		return (ofContact != null && LANGUAGES.contains(ofContact)) ? ofContact : tenant.languages().getFirst();
	}

	MailContent content(MailTexts texts, String subject, TenantLook.Colours colours, ContactMailWords words) {
		StringOutput html = new StringOutput();
		this.templates.render("contact-mail.jte", Map.of("words", words, "head", new MailHead(words.tenant(), colours)),
				html);
		return new MailContent(HeaderText.of(subject), html.toString(), plain(texts, words), colours.image());
	}

	private static String plain(MailTexts texts, ContactMailWords words) {
		List<String> paragraphs = new ArrayList<>(List.of(words.tenant(), words.heading()));
		paragraphs.addAll(words.before());
		if (!words.code().isEmpty()) {
			paragraphs.add("    " + words.code());
		}
		words.buttons().forEach((button) -> paragraphs.add(button.label() + ":\n" + button.address()));
		paragraphs.addAll(words.after());
		if (!words.contact().isBlank()) {
			paragraphs.add(texts.get("questions", words.contact()));
		}
		return String.join("\n\n", paragraphs) + "\n\n-- \n" + words.why() + "\n";
	}

}
