package dev.insyn.page.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.insyn.events.LandingPagePublished.LinkLifetime;
import dev.insyn.events.LandingPagePublished.Rules;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageRules;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How a page may be used, and what happens when it is.
@Component
@Order(5)
class RulesTab implements EditorTab {

	@Override
	public String key() {
		return "rules";
	}

	@Override
	public FormValues fill(PageContent content, Register register, Locale locale) {
		PageRules rules = content.rules();
		PageRules.LinkLifetime lifetime = rules.linkLifetime();
		PageRules.ActivityRule activity = rules.activity();
		FormValues form = new FormValues().with("lifetime", lifetime.kind())
			.with("opening", rules.opening())
			.with("days", (lifetime.days() != null) ? lifetime.days().toString() : "")
			.with("date", (lifetime.date() != null) ? lifetime.date().toString() : "")
			.with("notified", rules.notified())
			.with("portal", String.valueOf(rules.portal()))
			.with("activity", String.valueOf(activity != null));
		if (activity != null) {
			form.with("activityType", activity.type())
				.with("activitySubject", activity.subject())
				.with("activityAssignee", activity.assignee())
				.with("activityDue", String.valueOf(activity.dueDays()));
		}
		return form;
	}

	@Override
	public PageContent read(FormValues form, PageContent before, Register register, Locale locale) {
		PageRules rules = new PageRules(lifetime(form),
				form.get("opening").isEmpty() ? before.rules().opening() : form.get("opening"), notified(form),
				form.on("activity") ? activity(form) : null, form.on("portal"));
		return new PageContent(before.kind(), before.description(), before.name(), before.theme(), before.languages(),
				before.title(), before.intro(), before.header(), before.body(), before.reports(), before.hidden(),
				before.logNote(), before.button(), before.confirmation(), rules);
	}

	private static PageRules.LinkLifetime lifetime(FormValues form) {
		String kind = form.get("lifetime");
		return new PageRules.LinkLifetime(kind, kind.equals(LinkLifetime.DAYS) ? form.number("days") : null,
				kind.equals(LinkLifetime.DATE) ? date(form.get("date")) : null);
	}

	private static @Nullable LocalDate date(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeException none) {
			return null;
		}
	}

	private static List<String> notified(FormValues form) {
		return Stream
			.concat(form.all("notified").stream(),
					Arrays.stream(form.get("others").split("[\\s,;]+")).filter((address) -> !address.isBlank()))
			.distinct()
			.toList();
	}

	private static PageRules.ActivityRule activity(FormValues form) {
		return new PageRules.ActivityRule(form.get("activityType").strip(), form.get("activitySubject").strip(),
				form.get("activityAssignee"), Objects.requireNonNullElse(form.number("activityDue"), -1));
	}

	@Override
	public Content draw(Editing editing) {
		return Console.all(lifetimeCard(editing), notifiedCard(editing), activityCard(editing), portalCard(editing));
	}

	private static Content lifetimeCard(Editing editing) {
		Texts texts = editing.texts();
		FormValues form = editing.values();
		Field kind = Field.radios("lifetime", texts.get("page.lifetime"),
				List.of(Choice.of(LinkLifetime.NEVER, texts.get("page.lifetime.never"))
					.hint(texts.get("page.lifetime.never.hint")),
						Choice.of(LinkLifetime.DAYS, texts.get("page.lifetime.days")),
						Choice.of(LinkLifetime.DATE, texts.get("page.lifetime.date"))))
			.value(form.get("lifetime"));
		Field days = Field.number("days", texts.get("page.lifetime.days.number"))
			.value(form.get("days"))
			.unit(texts.get("page.days"))
			.between("1", "3650");
		Field date = Field.date("date", texts.get("page.lifetime.date.day")).value(form.get("date"));
		Field opening = Field
			.radios("opening", texts.get("page.opening"), List.of(
					Choice.of(Rules.CONTINUE, texts.get("page.opening.continue"))
						.hint(texts.get("page.opening.continue.hint")),
					Choice.of(Rules.CODE, texts.get("page.opening.code")).hint(texts.get("page.opening.code.hint"))))
			.value(form.get("opening"));
		return Templates.lifetime(texts, Console.field(texts, editing.troubles().on(kind, "rules.linkLifetime.kind")),
				Console.field(texts, editing.troubles().on(days, "rules.linkLifetime.days")),
				Console.field(texts, editing.troubles().on(date, "rules.linkLifetime.date")),
				Console.field(texts, editing.troubles().on(opening, "rules.opening")));
	}

	private static Content notifiedCard(Editing editing) {
		Texts texts = editing.texts();
		List<String> users = editing.users().users().stream().map(Users.User::email).toList();
		List<String> chosen = editing.content().rules().notified();
		List<Choice> choices = editing.users()
			.users()
			.stream()
			.map((user) -> Choice.of(user.email(), user.name()).hint(user.email()))
			.toList();
		String others = String.join("\n", chosen.stream().filter((address) -> !users.contains(address)).toList());
		List<Content> parts = new ArrayList<>();
		parts.add(Templates.quiet(texts.get("page.notified.hint")));
		if (!choices.isEmpty()) {
			parts.add(Console.field(texts, Field.checkboxes("notified", texts.get("page.notified.users"), choices)
				.values(Set.copyOf(chosen))));
		}
		Field other = Field.lines("others", texts.get("page.notified.others"), 2)
			.value(others)
			.hint(texts.get(editing.users().complete() ? "page.notified.others.hint" : "page.notified.users-unknown"))
			.optional();
		for (int i = 0; i < chosen.size(); i++) {
			editing.troubles().on(other, "rules.notified[" + i + "]");
		}
		parts.add(Console.field(texts, editing.troubles().on(other, "rules.notified")));
		return Console.card(texts.get("page.notified"), parts.toArray(Content[]::new));
	}

	private static Content activityCard(Editing editing) {
		Texts texts = editing.texts();
		FormValues form = editing.values();
		Troubles troubles = editing.troubles();
		Field on = Field.checkbox("activity", texts.get("page.activity.on")).on(form.on("activity"));
		return Templates.activity(texts, Console.field(texts, on),
				Console.all(
						Console.field(texts,
								troubles.on(Field.text("activitySubject", texts.get("page.activity.subject"))
									.value(form.get("activitySubject"))
									.atMost(200), "rules.activity.subject")),
						Console.field(texts,
								troubles.on(Field.text("activityType", texts.get("page.activity.type"))
									.value(form.get("activityType").isEmpty() ? "follow-up" : form.get("activityType"))
									.hint(texts.get("page.activity.type.hint"))
									.width("medium")
									.atMost(60), "rules.activity.type")),
						Console.field(texts, troubles.on(assignee(editing), "rules.activity.assignee")),
						Console.field(texts,
								troubles.on(Field.number("activityDue", texts.get("page.activity.due"))
									.value(form.get("activityDue").isEmpty() ? "3" : form.get("activityDue"))
									.unit(texts.get("page.activity.due.unit"))
									.between("0", "365"), "rules.activity.dueDays"))));
	}

	private static Field assignee(Editing editing) {
		Texts texts = editing.texts();
		String chosen = editing.values().get("activityAssignee");
		List<Choice> choices = new ArrayList<>(editing.users()
			.users()
			.stream()
			.map((user) -> Choice.of(user.email(), user.name() + " – " + user.email()))
			.toList());
		if (!chosen.isEmpty() && choices.stream().noneMatch((choice) -> choice.value().equals(chosen))) {
			choices.add(Choice.of(chosen, chosen));
		}
		return choices.isEmpty() ? Field.email("activityAssignee", texts.get("page.activity.assignee")).value(chosen)
				: Field.select("activityAssignee", texts.get("page.activity.assignee"), choices).value(chosen);
	}

	private static Content portalCard(Editing editing) {
		Texts texts = editing.texts();
		return Console.card(texts.get("page.portal"),
				Console.field(texts,
						Field.checkbox("portal", texts.get("page.portal.on"))
							.on(editing.values().on("portal"))
							.hint(texts.get("page.portal.hint"))));
	}

}
