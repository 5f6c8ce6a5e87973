package dev.insyn.notification.template;

import java.util.Map;

import dev.insyn.notification.MailContent;
import dev.insyn.notification.NotDelivered;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.contacts.ChoosingContacts;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A template's mail as somebody would get it: of what is saved, or of what is typed and not saved; and sent to oneself.
@Controller
@RequestMapping(path = TemplateScreens.ADDRESS + "/{id:[a-z0-9]{20}}", produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class TemplatePreviewController {

	private final EditingTemplates editing;

	private final TemplateEditor editor;

	private final Previews previews;

	private final SendingTests tests;

	private final ChoosingContacts contacts;

	private final ConsoleWords words;

	private final TemplateEngine engine;

	TemplatePreviewController(EditingTemplates editing, TemplateEditor editor, Previews previews, SendingTests tests,
			ChoosingContacts contacts, ConsoleWords words, TemplateEngine engine) {
		this.editing = editing;
		this.editor = editor;
		this.previews = previews;
		this.tests = tests;
		this.contacts = contacts;
		this.words = words;
		this.engine = engine;
	}

	@GetMapping("/preview")
	ResponseEntity<Content> saved(UserCaller caller, @PathVariable String id,
			@RequestParam(defaultValue = "") String contact, @RequestParam(required = false) @Nullable String lang) {
		return draw(caller, this.editing.get(caller.tenant(), id).state(), contact, lang);
	}

	@PostMapping(path = "/preview", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<Content> typed(UserCaller caller, @PathVariable String id,
			@RequestParam MultiValueMap<String, String> posted, @RequestParam(defaultValue = "") String contact,
			@RequestParam(required = false) @Nullable String lang) {
		Stored<MailTemplate> stored = this.editing.get(caller.tenant(), id);
		EditingTemplates.Draft draft = this.editor.read(posted, stored).draft();
		MailTemplate typed = new EditingTemplates.Draft("-", draft.kind(), draft.words())
			.template(java.time.Clock.systemUTC(), caller.actor());
		return draw(caller, typed, contact, lang);
	}

	private ResponseEntity<Content> draw(UserCaller caller, MailTemplate template, String contact,
			@Nullable String lang) {
		Texts texts = this.words.texts(caller);
		String wanted = TemplateEditor.id(contact);
		String language = (lang != null && lang.matches("[a-z]{2}")) ? lang : null;
		if (language != null && !template.words().containsKey(language)) {
			return none(texts, "language");
		}
		try {
			Previews.Shown shown = this.previews.show(this.words.tenant(caller.tenant()),
					new CompiledTemplate(template), wanted, language, this.tests.sender(caller));
			MailContent mail = shown.mail();
			return (mail == null) ? none(texts, String.valueOf(shown.none()))
					: ResponseEntity.ok((output) -> output.writeContent(mail.page()));
		}
		catch (NotDelivered away) {
			return none(texts, "away");
		}
	}

	private ResponseEntity<Content> none(Texts texts, String why) {
		Map<String, Object> words = Map.of("language", texts.language(), "words",
				texts.find("template.preview.none." + why).orElseGet(() -> texts.get("template.preview.none")));
		return ResponseEntity.ok((output) -> this.engine.render("no-mail.jte", words, output));
	}

	/// Contacts to choose from. What is searched for stands in no address.
	@PostMapping(path = "/contacts", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<Content> contacts(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String q) {
		Texts texts = this.words.texts(caller);
		Stored<MailTemplate> stored = this.editing.get(caller.tenant(), id);
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("template.preview.choose"), Section.MAILINGS, user)
			.under(texts.get("templates.title"), TemplateScreens.ADDRESS)
			.under(stored.state().name(), TemplateScreens.ADDRESS + "/" + id);
		String back = TemplateScreens.ADDRESS + "/" + id;
		return ResponseEntity.ok(Console
			.page(frame.action(Action.link(texts.get("template.preview.sample"), back)), Console.chooser(texts,
					this.contacts.chooser(texts, back + "/contacts", q, (contact) -> back + "?contact=" + contact))));
	}

	@PostMapping("/test")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> test(UserCaller caller, @PathVariable String id,
			@RequestParam(required = false) @Nullable String contact) {
		Stored<MailTemplate> stored = this.editing.get(caller.tenant(), id);
		String chosen = TemplateEditor.id(contact);
		String done = this.tests.send(caller, this.words.tenant(caller.tenant()), stored.state(), chosen);
		return TemplateScreens.to(TemplateScreens.ADDRESS + "/" + id, done, chosen);
	}

}
