package dev.insyn.notification.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.notification.MailTexts;
import dev.insyn.notification.PageRules;
import dev.insyn.notification.Pages;
import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// What a new template says until somebody writes something better: asks the contact to look at its data, with the newest page's
/// link.
@Component
class StartingWords {

	private final Pages pages;

	StartingWords(Pages pages) {
		this.pages = pages;
	}

	Map<String, Words> of(Tenant tenant) {
		List<PageRules> open = this.pages.all(tenant.id()).stream().filter((page) -> page.archived() == null).toList();
		Map<String, Words> words = new LinkedHashMap<>();
		for (String language : tenant.languages()) {
			MailTexts texts = MailTexts.in(language);
			String link = open.isEmpty() ? ""
					: "\n\n_" + open.getLast().page() + "_" + open.getLast().name(language).replace("_", " ") + "_";
			words.put(language,
					new Words(texts.get("starting.subject"), texts.get("starting.preheader"),
							String.join("\n\n", texts.get("starting.greeting"), texts.get("starting.body")) + link
									+ "\n\n" + texts.get("starting.regards") + "\n{{user.name}}"));
		}
		return words;
	}

}
