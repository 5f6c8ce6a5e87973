package dev.insyn.page.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Languages;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a page is called, says and looks like.
@Component
@Order(1)
class ContentTab implements EditorTab {

	private final Looks looks;

	ContentTab(Looks looks) {
		this.looks = looks;
	}

	@Override
	public String key() {
		return "content";
	}

	@Override
	public FormValues fill(PageContent content, Register register, Locale locale) {
		return new FormValues().with("name", content.name())
			.with("description", content.description())
			.with("theme", content.theme())
			.with("languages", content.languages())
			.with("title", content.title())
			.with("intro", content.intro())
			.with("button", content.button())
			.with("confirmation", content.confirmation());
	}

	@Override
	public PageContent read(FormValues form, PageContent before, Register register, Locale locale) {
		return new PageContent(before.kind(), form.get("description").strip(), form.localized("name", before.name()),
				form.get("theme"), languages(form, before), form.localized("title", before.title()),
				form.localized("intro", before.intro()), before.header(), before.body(), before.reports(),
				before.hidden(), before.logNote(), form.localized("button", before.button()),
				form.localized("confirmation", before.confirmation()), before.rules());
	}

	/// The first language is the one that contacts get whose browser wants none of them.
	private static List<String> languages(FormValues form, PageContent before) {
		List<String> chosen = form.all("languages");
		String first = form.get("firstLanguage");
		List<String> kept = before.languages().stream().filter(chosen::contains).toList();
		List<String> ordered = Stream.concat(kept.stream(), chosen.stream()).distinct().toList();
		return ordered.contains(first)
				? Stream.concat(Stream.of(first), ordered.stream().filter((language) -> !language.equals(first)))
					.toList()
				: ordered;
	}

	@Override
	public Content draw(Editing editing) {
		Texts texts = editing.texts();
		FormValues form = editing.values();
		List<String> languages = editing.languages();
		return Console.all(
				card(editing, "page.card.texts",
						Field.localised("title", texts.get("page.title"), form.texts("title", languages))
							.hint(texts.get("page.title.hint"))
							.atMost(200),
						Field.localisedLines("intro", texts.get("page.intro"), 8, form.texts("intro", languages))
							.hint(texts.get("page.intro.hint")),
						Field.localised("button", texts.get("page.button"), form.texts("button", languages)).atMost(60),
						Field
							.localisedLines("confirmation", texts.get("page.confirmation"), 3,
									form.texts("confirmation", languages))
							.hint(texts.get("page.confirmation.hint"))),
				card(editing, "page.card.about", name(texts, form, languages), description(texts, form)),
				card(editing, "page.card.look", theme(editing), languages(texts, form), first(texts, form, editing)));
	}

	static Field name(Texts texts, FormValues form, List<String> languages) {
		return Field.localised("name", texts.get("page.name"), form.texts("name", languages))
			.hint(texts.get("page.name.hint"))
			.atMost(100);
	}

	static Field description(Texts texts, FormValues form) {
		return Field.lines("description", texts.get("page.description"), 2)
			.value(form.get("description"))
			.hint(texts.get("page.description.hint"))
			.optional()
			.atMost(500);
	}

	private Field theme(Editing editing) {
		return theme(editing.texts(), editing.values(), this.looks.of(editing.tenant().id()));
	}

	static Field theme(Texts texts, FormValues form, List<Choice> themes) {
		return Field.select("theme", texts.get("page.theme"), themes).value(form.get("theme"));
	}

	static Field languages(Texts texts, FormValues form) {
		List<Choice> languages = TextBook.LANGUAGES.stream()
			.map((language) -> Choice.of(language, Languages.ownName(language)))
			.toList();
		return Field.checkboxes("languages", texts.get("page.languages"), languages)
			.values(Set.copyOf(form.all("languages")))
			.hint(texts.get("page.languages.hint"));
	}

	private static Field first(Texts texts, FormValues form, Editing editing) {
		List<Choice> chosen = editing.content()
			.languages()
			.stream()
			.map((language) -> Choice.of(language, Languages.ownName(language)))
			.toList();
		return Field.select("firstLanguage", texts.get("page.first-language"), chosen)
			.value(form.get("firstLanguage").isEmpty() && !chosen.isEmpty() ? chosen.getFirst().value()
					: form.get("firstLanguage"))
			.hint(texts.get("page.first-language.hint"));
	}

	private static Content card(Editing editing, String heading, Field... fields) {
		Content[] drawn = Arrays.stream(fields)
			.map((field) -> Console.field(editing.texts(), editing.troubles().on(field, field.name())))
			.toArray(Content[]::new);
		return Console.card(editing.texts().get(heading), drawn);
	}

}
