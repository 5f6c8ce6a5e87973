package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.contacts.ContactSearch;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Draws a template as it is edited.
@Component
class TemplateEditor {

	private final TemplateChecks checks;

	private final MergeList merge;

	private final StartingWords starting;

	private final ContactSearch contacts;

	private final ConsoleWords words;

	private final TemplateEngine engine;

	TemplateEditor(TemplateChecks checks, MergeList merge, StartingWords starting, ContactSearch contacts,
			ConsoleWords words, TemplateEngine engine) {
		this.checks = checks;
		this.merge = merge;
		this.starting = starting;
		this.contacts = contacts;
		this.words = words;
		this.engine = engine;
	}

	/// @param typed what was typed and not saved; null for nothing
	Content draw(UserCaller caller, ConsoleUser user, Stored<MailTemplate> stored, @Nullable TemplateForm typed,
			Notes notes) {
		Texts texts = this.words.texts(caller);
		List<String> tenants = this.words.tenant(caller.tenant()).languages();
		TemplateForm form = (typed != null) ? typed : TemplateForm.of(stored.state(), tenants);
		String address = TemplateScreens.ADDRESS + "/" + stored.id();
		List<Finding> findings = this.checks.check(caller.tenant(), new CompiledTemplate(stored.state()));
		EditorView view = new EditorView(texts, address, stored.version(), caller.may(RequiredLevel.SENDS),
				notes(texts, findings, notes), form.inputs(texts, notes.nameMissing()),
				this.merge.of(caller.tenant(), texts), List.copyOf(form.words().keySet()), notes.contact(),
				shownName(texts, notes.contact()));
		ConsoleFrame frame = frame(texts, caller, user, stored, findings, notes.contact()).done(notes.done());
		Content editor = (output) -> this.engine.render("template-editor.jte", view, output);
		return caller.may(RequiredLevel.SENDS)
				? Console.page(frame, editor, Console.dialog(texts, deleting(texts, stored)))
				: Console.page(frame, editor);
	}

	private String shownName(Texts texts, @Nullable String contact) {
		return (contact == null) ? texts.get("template.preview.invented")
				: this.contacts.name(contact)
					.filter((name) -> !name.isBlank())
					.orElseGet(() -> texts.get("template.preview.chosen"));
	}

	private static ConsoleFrame frame(Texts texts, UserCaller caller, ConsoleUser user, Stored<MailTemplate> stored,
			List<Finding> findings, @Nullable String contact) {
		String address = TemplateScreens.ADDRESS + "/" + stored.id();
		ConsoleFrame frame = ConsoleFrame.of(texts, stored.state().name(), Section.MAILINGS, user)
			.under(texts.get("templates.title"), TemplateScreens.ADDRESS)
			.state(findings.isEmpty() ? Badge.good(texts.get("template.state.ready"))
					: Badge.warning(texts.get("template.state.unsound")));
		if (!caller.may(RequiredLevel.SENDS)) {
			return frame;
		}
		return frame.more(Action.ask(texts.get("template.delete"), "delete", address + "/delete"))
			.action((contact != null)
					? Action.post(texts.get("template.test"), address + "/test").with("contact", contact)
					: Action.post(texts.get("template.test"), address + "/test"))
			.action(Action.link(texts.get("mailings.new"), "/admin/mailings/new?template=" + stored.id()).primary());
	}

	private static Content notes(Texts texts, List<Finding> findings, Notes notes) {
		List<Content> all = new ArrayList<>();
		if (notes.outdated()) {
			all.add(Kit.notice(texts, Notice.of(Notice.Kind.WARNING, texts.get("template.outdated"),
					texts.get("template.outdated.text"))));
		}
		if (!findings.isEmpty()) {
			all.add(Kit.notice(texts, Notice.of(Notice.Kind.INFO, texts.get("template.unsound"),
					findings.stream().map((finding) -> ConsoleWords.finding(texts, finding)).toArray(String[]::new))));
		}
		return Console.all(all.toArray(Content[]::new));
	}

	Dialog deleting(Texts texts, Stored<MailTemplate> stored) {
		String address = TemplateScreens.ADDRESS + "/" + stored.id();
		return Dialog.of("delete", texts.get("template.delete.ask", stored.state().name()),
				Action.post(texts.get("template.delete"), address + "/delete").danger(), address,
				texts.get("template.delete.what"));
	}

	TemplateForm read(MultiValueMap<String, String> posted, Stored<MailTemplate> before) {
		return TemplateForm.read(posted, before.state(), this.words.tenant(before.tenant()).languages());
	}

	Map<String, Words> startingWords(TenantId tenant) {
		return this.starting.of(this.words.tenant(tenant));
	}

	/// @return null for what is no contact's id
	static @Nullable String id(@Nullable String contact) {
		return (contact != null && contact.matches("[a-z0-9-]{1,64}")) ? contact : null;
	}

	/// What the screen says besides.
	///
	/// @param contact whose mail is shown; null for an invented one
	/// @param outdated whether somebody else has changed it meanwhile
	record Notes(@Nullable String done, @Nullable String contact, boolean outdated, @Nullable String nameMissing) {
	}

}
