package dev.insyn.notification.template;

import java.net.URI;
import java.util.List;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The templates, and one as it is edited.
@Controller
@RequestMapping(path = TemplateScreens.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class TemplateScreens {

	static final String ADDRESS = "/admin/templates";

	private final Templates templates;

	private final EditingTemplates editing;

	private final TemplateChecks checks;

	private final TemplateEditor editor;

	private final ConsoleWords words;

	TemplateScreens(Templates templates, EditingTemplates editing, TemplateChecks checks, TemplateEditor editor,
			ConsoleWords words) {
		this.templates = templates;
		this.editing = editing;
		this.checks = checks;
		this.editor = editor;
		this.words = words;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Texts texts = this.words.texts(caller);
		List<Stored<MailTemplate>> all = this.templates.all(caller.tenant());
		Action add = Action.link(texts.get("templates.new"), ADDRESS + "/new").primary();
		Table table = Table.of("templates", texts.get("templates.title"), query)
			.columns(Column.of(texts.get("template.name")), Column.of(texts.get("template.state")),
					Column.of(texts.get("template.kind")), Column.of(texts.get("template.languages")).minor(),
					Column.of(texts.get("template.changed")))
			.rows(all.stream().map((one) -> row(texts, caller, one)).toList())
			.total(all.size())
			.empty(caller.may(RequiredLevel.SENDS) ? Empty.of(texts.get("templates.empty")).action(add)
					: Empty.of(texts.get("templates.empty")));
		ConsoleFrame frame = this.words.lists(caller, user, false).done(done);
		return ResponseEntity
			.ok(Console.page((caller.may(RequiredLevel.SENDS) && !all.isEmpty()) ? frame.action(add) : frame,
					Console.table(texts, table)));
	}

	private Row row(Texts texts, UserCaller caller, Stored<MailTemplate> stored) {
		MailTemplate template = stored.state();
		boolean sound = this.checks.check(caller.tenant(), new CompiledTemplate(template)).isEmpty();
		return Row.to(ADDRESS + "/" + stored.id(), Cell.text(template.name()),
				Cell.state(sound ? Badge.good(texts.get("template.state.ready"))
						: Badge.warning(texts.get("template.state.unsound"))),
				Cell.text(texts.get("template.kind." + template.kind().code())),
				Cell.text(String.join(", ",
						template.languages(this.words.tenant(caller.tenant()).languages())
							.stream()
							.map(Field::languageName)
							.toList())),
				this.words.times(caller).ago(template.changed()));
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> fresh(UserCaller caller, ConsoleUser user) {
		return fresh(caller, user, HttpStatus.OK, null, "service", null);
	}

	private ResponseEntity<Content> fresh(UserCaller caller, ConsoleUser user, HttpStatus status, @Nullable String name,
			@Nullable String kind, @Nullable String wrong) {
		Texts texts = this.words.texts(caller);
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("templates.new"), Section.MAILINGS, user)
			.under(texts.get("templates.title"), ADDRESS);
		return ResponseEntity.status(status)
			.body(Console.page(frame,
					Console.form(texts,
							Form.post("template", ADDRESS + "/new")
								.fields(Field.text("name", texts.get("template.name"))
									.value(name)
									.hint(texts.get("template.name.hint"))
									.error(wrong)
									.required()
									.atMost(120), TemplateForm.kind(texts, kind))
								.submit(texts.get("template.create"))
								.cancel(texts.get("action.cancel"), ADDRESS))));
	}

	@PostMapping(path = "/new", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> add(UserCaller caller, ConsoleUser user, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "service") String kind) {
		Texts texts = this.words.texts(caller);
		if (name.isBlank() || name.length() > 120) {
			return fresh(caller, user, HttpStatus.UNPROCESSABLE_CONTENT, name, kind,
					texts.get("template.name.missing"));
		}
		Stored<MailTemplate> added = this.editing.add(caller.tenant(),
				new EditingTemplates.Draft(name, kind, this.editor.startingWords(caller.tenant())), caller.actor());
		return to(ADDRESS + "/" + added.id(), "template.created");
	}

	@GetMapping("/{id:[a-z0-9]{20}}")
	ResponseEntity<Content> one(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String done,
			@RequestParam(required = false) @Nullable String contact) {
		Stored<MailTemplate> stored = this.editing.get(caller.tenant(), id);
		return ResponseEntity.ok(this.editor.draw(caller, user, stored, null,
				new TemplateEditor.Notes(done, TemplateEditor.id(contact), false, null)));
	}

	@PostMapping(path = "/{id:[a-z0-9]{20}}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> save(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam MultiValueMap<String, String> posted, @RequestParam(defaultValue = "-1") long version,
			@RequestParam(required = false) @Nullable String contact) {
		Stored<MailTemplate> stored = this.editing.get(caller.tenant(), id);
		TemplateForm typed = this.editor.read(posted, stored);
		if (typed.name().isBlank()) {
			return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
				.body(this.editor.draw(caller, user, stored, typed, new TemplateEditor.Notes(null,
						TemplateEditor.id(contact), false, this.words.texts(caller).get("template.name.missing"))));
		}
		try {
			this.editing.change(caller.tenant(), id, version, typed.draft(), caller.actor());
			return to(ADDRESS + "/" + id, "template.saved", TemplateEditor.id(contact));
		}
		catch (TemplateOutdated changed) {
			return ResponseEntity.status(HttpStatus.CONFLICT)
				.body(this.editor.draw(caller, user, this.editing.get(caller.tenant(), id), typed,
						new TemplateEditor.Notes(null, TemplateEditor.id(contact), true, null)));
		}
	}

	@GetMapping("/{id:[a-z0-9]{20}}/delete")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> confirmDeleting(UserCaller caller, ConsoleUser user, @PathVariable String id) {
		Texts texts = this.words.texts(caller);
		Dialog dialog = this.editor.deleting(texts, this.editing.get(caller.tenant(), id));
		return ResponseEntity.ok(Console.page(ConsoleFrame.of(texts, dialog.heading(), Section.MAILINGS, user)
			.under(texts.get("templates.title"), ADDRESS), Console.confirmation(texts, dialog)));
	}

	@PostMapping("/{id:[a-z0-9]{20}}/delete")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> delete(UserCaller caller, @PathVariable String id) {
		this.editing.delete(caller.tenant(), id);
		return to(ADDRESS, "template.deleted");
	}

	/// @param contact whose mail is shown; null for an invented one
	static ResponseEntity<Content> to(String address, String done, @Nullable String contact) {
		return (contact == null) ? to(address, done)
				: ResponseEntity.status(HttpStatus.SEE_OTHER)
					.location(URI.create(address + "?done=" + done + "&contact=" + contact))
					.build();
	}

	static ResponseEntity<Content> to(String address, String done) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address + "?done=" + done)).build();
	}

}
