package dev.insyn.notification.mailing;

import java.util.List;
import java.util.stream.Stream;

import dev.insyn.notification.template.Templates;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.UserCaller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The form for a new mailing: which template, to whom.
@Component
class NewMailingForm {

	private final Templates templates;

	private final MailingWords words;

	NewMailingForm(Templates templates, MailingWords words) {
		this.templates = templates;
		this.words = words;
	}

	/// @param wrong the member that can't be so; null if nothing is wrong
	Content draw(UserCaller caller, ConsoleUser user, Typed typed, @Nullable String wrong) {
		Texts texts = this.words.console().texts(caller);
		boolean single = typed.isOneContact();
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get(single ? "mailings.new.one" : "mailings.new"),
				Section.MAILINGS, user);
		List<Choice> choices = this.templates.all(caller.tenant())
			.stream()
			.map((one) -> Choice.of(one.id(), one.state().name()))
			.toList();
		if (choices.isEmpty()) {
			return Console.page(frame, Console.empty(Empty.of(texts.get("mailings.no-templates"))
				.action(Action.link(texts.get("templates.new"), "/admin/templates/new").primary())));
		}
		Form form = Form.post("mailing", MailingScreens.ADDRESS + "/new")
			.group(texts.get("mailing.what"), null,
					Field.select("template", texts.get("mailing.template"), choices)
						.value(typed.template().isBlank() ? null : typed.template())
						.orNothing(texts.get("mailing.template.choose"))
						.error("template".equals(wrong) ? texts.get("mailing.template.missing") : null)
						.required(),
					Field.text("name", texts.get("mailing.name"))
						.value(typed.name())
						.hint(texts.get("mailing.name.hint"))
						.error("name".equals(wrong) ? texts.get("mailing.name.long") : null)
						.optional()
						.atMost(120));
		if (single) {
			form.hidden("contacts", typed.contacts());
		}
		else {
			frame = frame.action(Action.link(texts.get("mailing.segment.new"), "/admin/segments/new"));
			form.group(texts.get("mailing.whom"), texts.get("mailing.whom.hint"), audience(texts, caller, typed, wrong))
				.group(texts.get("mailing.pace"), null,
						Field.number("perSecond", texts.get("mailing.per-second"))
							.value(typed.perSecond())
							.hint(texts.get("mailing.per-second.hint"))
							.error("perSecond".equals(wrong) ? texts.get("mailing.per-second.wrong") : null)
							.between("1", "1000")
							.width("tiny")
							.optional());
		}
		return Console.page(frame, Console.form(texts,
				form.submit(texts.get("mailing.create")).cancel(texts.get("action.cancel"), MailingScreens.ADDRESS)));
	}

	private Field[] audience(Texts texts, UserCaller caller, Typed typed, @Nullable String wrong) {
		List<Choice> segments = this.words.segments(caller.tenant())
			.stream()
			.map((one) -> Choice
				.of(one.id(),
						(one.count() != null) ? texts.get("mailing.segment.counted", one.name(),
								MailingWords.figure(texts, one.count())) : one.name()))
			.toList();
		Field segment = Field.select("segment", texts.get("mailing.segment"), segments)
			.value(typed.segment().isBlank() ? null : typed.segment())
			.orNothing(texts.get("mailing.segment.none"))
			.hint(texts.get(segments.isEmpty() ? "mailing.segment.hint.none" : "mailing.segment.hint"))
			.error("segment".equals(wrong) ? texts.get("mailing.segment.missing") : null);
		return typed.contacts().isBlank() ? new Field[] { segment }
				: new Field[] { segment,
						Field.lines("contacts", texts.get("mailing.contacts"), 3)
							.value(typed.contacts())
							.hint(texts.get("mailing.contacts.hint"))
							.error("contacts".equals(wrong) ? texts.get("mailing.contacts.wrong") : null)
							.optional() };
	}

	/// What was typed.
	record Typed(String name, String template, String segment, String contacts, String perSecond) {

		private static final int NONE = -1;

		Audience audience() {
			List<String> byHand = Stream.of(this.contacts.split("[\\s,;]+")).filter((id) -> !id.isBlank()).toList();
			return byHand.isEmpty() ? Audience.segment(this.segment) : Audience.contacts(byHand);
		}

		int limit() {
			return this.perSecond.isBlank() ? 0
					: this.perSecond.matches("\\d{1,4}") ? Integer.parseInt(this.perSecond) : NONE;
		}

		boolean isOneContact() {
			return this.contacts.matches("[a-z0-9-]{1,64}");
		}

	}

}
