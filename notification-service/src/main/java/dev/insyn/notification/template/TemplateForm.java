package dev.insyn.notification.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/// The inputs of a template, and what was typed into them.
///
/// @param words per language, for every language that can be written
record TemplateForm(String name, String kind, Map<String, Words> words) {

	static TemplateForm of(MailTemplate template, List<String> tenants) {
		Map<String, Words> words = new LinkedHashMap<>();
		languages(template, tenants)
			.forEach((language) -> words.put(language, template.words().getOrDefault(language, Words.NONE)));
		return new TemplateForm(template.name(), template.kind().code(), words);
	}

	static TemplateForm read(MultiValueMap<String, String> posted, MailTemplate before, List<String> tenants) {
		Map<String, Words> words = new LinkedHashMap<>();
		for (String language : languages(before, tenants)) {
			words.put(language, new Words(value(posted, "subject." + language), value(posted, "preheader." + language),
					value(posted, "body." + language).replace("\r\n", "\n")));
		}
		return new TemplateForm(value(posted, "name"), value(posted, "kind"), words);
	}

	private static Set<String> languages(MailTemplate template, List<String> tenants) {
		Set<String> languages = new LinkedHashSet<>(tenants);
		languages.addAll(template.words().keySet());
		return languages;
	}

	private static String value(MultiValueMap<String, String> posted, String name) {
		return Objects.requireNonNullElse(posted.getFirst(name), "");
	}

	EditingTemplates.Draft draft() {
		return new EditingTemplates.Draft(this.name, this.kind, this.words);
	}

	Content inputs(Texts texts, @Nullable String nameMissing) {
		return Console.all(
				Console.field(texts,
						Field.text("name", texts.get("template.name"))
							.value(this.name)
							.hint(texts.get("template.name.hint"))
							.error(nameMissing)
							.atMost(120)),
				Console.field(texts, kind(texts, this.kind)),
				Console.field(texts,
						Field.localised("subject", texts.get("template.subject"), part(Words::subject)).atMost(200)),
				Console.field(texts,
						Field.localised("preheader", texts.get("template.preheader"), part(Words::preheader))
							.hint(texts.get("template.preheader.hint"))
							.atMost(200)),
				Console.field(texts, Field.localisedLines("body", texts.get("template.body"), 14, part(Words::body))
					.atMost(20_000)));
	}

	static Field kind(Texts texts, @Nullable String chosen) {
		return Field.radios("kind", texts.get("template.kind"),
				List.of(Choice.of("service", texts.get("template.kind.service"))
					.hint(texts.get("template.kind.service.hint")),
						Choice.of("marketing", texts.get("template.kind.marketing"))
							.hint(texts.get("template.kind.marketing.hint"))))
			.value(chosen);
	}

	private Map<String, String> part(Function<Words, String> which) {
		Map<String, String> part = new LinkedHashMap<>();
		this.words.forEach((language, text) -> part.put(language, which.apply(text)));
		return part;
	}

}
