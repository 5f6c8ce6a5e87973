package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.insyn.notification.template.ConsoleWords;
import dev.insyn.notification.template.Finding;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Progress;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws of a mailing that is not sent yet who would get it and who not, and when it is to be.
@Component
class BeforeSending {

	private final MailingActs acts;

	private final Outlooks outlooks;

	private final Names names;

	private final MailingFacts facts;

	BeforeSending(MailingActs acts, Outlooks outlooks, Names names, MailingFacts facts) {
		this.acts = acts;
		this.outlooks = outlooks;
		this.names = names;
		this.facts = facts;
	}

	List<Content> draw(Texts texts, UserCaller caller, Stored<Mailing> stored, @Nullable Wish wish) {
		List<Content> content = new ArrayList<>();
		List<Finding> findings = this.acts.findings(stored);
		if (!findings.isEmpty()) {
			content.add(Kit.notice(texts, Notice.of(Notice.Kind.WARNING, texts.get("template.unsound"),
					findings.stream().map((finding) -> ConsoleWords.finding(texts, finding)).toArray(String[]::new))));
		}
		Optional<Outlook> outlook = this.outlooks.find(stored.tenant(), stored.id());
		boolean looking = stored.state().isDraft() && stored.state().work().next() != null;
		if (looking) {
			content.add(Console.progress(texts,
					Progress.unknown("looking", texts.get("mailing.looking"),
							texts.count("mailing.looked-at",
									outlook.map((one) -> one.gets() + one.notGets()).orElse(0L)),
							MailingScreens.address(stored))));
		}
		Content report = (outlook.isPresent() && !looking) ? report(texts, stored, outlook.get()) : Console.nothing();
		content.add(Console.beside(Console.all(report, schedule(texts, caller, stored, wish)),
				this.facts.card(texts, caller, stored)));
		return content;
	}

	/// Whether it could be sent as it is.
	boolean canSend(Stored<Mailing> stored) {
		return this.acts.findings(stored).isEmpty() && this.outlooks.find(stored.tenant(), stored.id())
			.filter((outlook) -> outlook.complete() != null && outlook.gets() > 0)
			.isPresent();
	}

	private Content report(Texts texts, Stored<Mailing> stored, Outlook outlook) {
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("mailing.gets"), Cell.number(texts, outlook.gets())));
		outlook.languages()
			.forEach((language, count) -> facts
				.add(Fact.of(texts.get("mailing.gets.in", Field.languageName(language)), Cell.number(texts, count))));
		List<Content> cards = new ArrayList<>();
		cards.add(Console.card(texts.get("mailing.report"), Console.facts(facts)));
		outlook.leftOut().forEach((reason, group) -> cards.add(leftOut(texts, stored, reason, group)));
		return Console.all(cards.toArray(Content[]::new));
	}

	private Content leftOut(Texts texts, Stored<Mailing> stored, String reason, Outlook.Group group) {
		Map<String, String> called = this.names.of(stored.tenant(), group.first(), stored.state().kind());
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("mailing.left-out.count"), Cell.number(texts, group.count())));
		if (!group.details().isEmpty()) {
			facts.add(Fact.of(texts.get("mailing.left-out.fields"), String.join(" · ", group.details())));
		}
		facts.add(Fact.of(texts.get("mailing.left-out.first"), Console.all(group.first()
			.stream()
			.map((id) -> Console.all(Cell.link(called.getOrDefault(id, id.substring(0, Math.min(8, id.length())) + "…"),
					"/admin/contacts/" + id), (output) -> output.writeContent(" ")))
			.toArray(Content[]::new))));
		return Console.card(MailingWords.reason(texts, reason), Console.facts(facts));
	}

	private Content schedule(Texts texts, UserCaller caller, Stored<Mailing> stored, @Nullable Wish wish) {
		if (!stored.state().isDraft() || !caller.may(RequiredLevel.SENDS) || !canSend(stored)) {
			return Console.nothing();
		}
		String wrong = (wish != null && wish.wrong() != null) ? texts.get("mailing.at." + wish.wrong()) : null;
		return Console.form(texts,
				Form.post("schedule", MailingScreens.address(stored) + "/send")
					.group(texts.get("mailing.schedule"), texts.get("mailing.schedule.hint"),
							Field.date("day", texts.get("mailing.day"))
								.value((wish != null) ? wish.day() : null)
								.error(wrong)
								.width("short"),
							Field.text("time", texts.get("mailing.time"))
								.value((wish != null) ? wish.time() : "08:00")
								.atMost(5)
								.width("tiny"))
					.submit(Action.submit(texts.get("mailing.schedule.do"), "schedule"))
					.unguarded());
	}

	/// How many would get it.
	long gets(Stored<Mailing> stored) {
		return this.outlooks.find(stored.tenant(), stored.id()).map(Outlook::gets).orElse(0L);
	}

	/// A time that was wished for.
	///
	/// @param wrong what is wrong with it; null if something else is
	record Wish(String day, String time, @Nullable String wrong) {
	}

}
