package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.template.ConsoleWords;
import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.notification.template.Finding;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Senders;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Progress;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws one mailing: before it is sent who would get it, while it is sent how far it is, and after that what came of it.
@Component
class MailingDetail {

	private static final int ROWS = 50;

	private final MailingActs acts;

	private final Outlooks outlooks;

	private final Recipients recipients;

	private final Counting counting;

	private final Names names;

	private final MailingWords words;

	MailingDetail(MailingActs acts, Outlooks outlooks, Recipients recipients, Counting counting, Names names,
			MailingWords words) {
		this.acts = acts;
		this.outlooks = outlooks;
		this.recipients = recipients;
		this.counting = counting;
		this.names = names;
		this.words = words;
	}

	/// @param wish a time that was typed and refused; null for none
	Content draw(UserCaller caller, ConsoleUser user, Stored<Mailing> stored, @Nullable String done,
			@Nullable Wish wish) {
		Texts texts = this.words.console().texts(caller);
		Mailing mailing = stored.state();
		boolean writable = caller.may(RequiredLevel.SENDS);
		ConsoleFrame frame = ConsoleFrame.of(texts, mailing.name(), Section.MAILINGS, user)
			.state(MailingWords.status(texts, mailing))
			.done(done);
		frame = writable ? withActions(texts, frame, stored) : frame;
		List<Content> content = new ArrayList<>();
		content.add(trouble(texts, stored));
		if (mailing.isDraft() || mailing.status() == Mailing.Status.SCHEDULED) {
			content.addAll(before(texts, caller, stored, wish));
		}
		else {
			content.addAll(after(texts, caller, stored));
		}
		if (writable) {
			Stream.of("send", "cancel", "delete")
				.filter((act) -> asks(mailing, act))
				.map((act) -> Console.dialog(texts, question(texts, stored, act)))
				.forEach(content::add);
		}
		return Console.page(frame, content.toArray(Content[]::new));
	}

	private ConsoleFrame withActions(Texts texts, ConsoleFrame frame, Stored<Mailing> stored) {
		String address = address(stored);
		return switch (stored.state().status()) {
			case DRAFT -> {
				ConsoleFrame draft = frame.more(Action.ask(texts.get("mailing.delete"), "delete", address + "/delete"))
					.action(Action.post(texts.get("mailing.look"), address + "/look"));
				yield canSend(stored)
						? draft.action(Action.ask(texts.get("mailing.send"), "send", address + "/send").primary())
						: draft;
			}
			case SCHEDULED -> frame.action(Action.post(texts.get("mailing.unschedule"), address + "/unschedule"));
			case SENDING -> frame.more(Action.ask(texts.get("mailing.cancel"), "cancel", address + "/cancel"))
				.action(Action.post(texts.get("mailing.pause"), address + "/pause"));
			case PAUSED -> frame.more(Action.ask(texts.get("mailing.cancel"), "cancel", address + "/cancel"))
				.action(Action.post(texts.get("mailing.resume"), address + "/resume").primary());
			case SENT, CANCELLED -> followUps(texts, frame, stored);
		};
	}

	private ConsoleFrame followUps(Texts texts, ConsoleFrame frame, Stored<Mailing> stored) {
		Results results = this.counting.recent(stored);
		ConsoleFrame with = (results.failed() > 0)
				? frame.action(Action.post(texts.get("mailing.retry"), address(stored) + "/retry")) : frame;
		return (results.unanswered() > 0)
				? with.action(Action.post(texts.get("mailing.remind"), address(stored) + "/remind").primary()) : with;
	}

	private boolean canSend(Stored<Mailing> stored) {
		return this.acts.findings(stored).isEmpty() && this.outlooks.find(stored.tenant(), stored.id())
			.filter((outlook) -> outlook.complete() != null && outlook.gets() > 0)
			.isPresent();
	}

	private static boolean asks(Mailing mailing, String act) {
		return switch (act) {
			case "cancel" -> mailing.status() == Mailing.Status.SENDING || mailing.status() == Mailing.Status.PAUSED;
			default -> mailing.isDraft();
		};
	}

	Dialog question(Texts texts, Stored<Mailing> stored, String act) {
		String address = address(stored);
		String label = texts.get("mailing." + act);
		long gets = this.outlooks.find(stored.tenant(), stored.id()).map(Outlook::gets).orElse(0L);
		String what = act.equals("send") ? texts.count("mailing.send.what", gets)
				: texts.get("mailing." + act + ".what");
		Action does = Action.post(label, address + "/" + act);
		return Dialog.of(act, texts.get("mailing." + act + ".ask", stored.state().name()),
				act.equals("send") ? does.primary() : does.danger(), address, what);
	}

	private static Content trouble(Texts texts, Stored<Mailing> stored) {
		String why = stored.state().work().trouble();
		if (why == null || stored.state().isOver()) {
			return Console.nothing();
		}
		boolean halted = stored.state().status() == Mailing.Status.PAUSED || stored.state().work().next() == null;
		String sentence = texts.find("mailing.trouble." + why).orElse(why);
		return Kit.notice(texts, halted ? Notice.of(Notice.Kind.WARNING, texts.get("mailing.halted"), sentence)
				: Notice.of(Notice.Kind.INFO, texts.get("mailing.waits"), sentence));
	}

	private List<Content> before(Texts texts, UserCaller caller, Stored<Mailing> stored, @Nullable Wish wish) {
		List<Content> content = new ArrayList<>();
		List<Finding> findings = this.acts.findings(stored);
		if (!findings.isEmpty()) {
			content.add(Kit.notice(texts, Notice.of(Notice.Kind.WARNING, texts.get("template.unsound"),
					findings.stream().map((finding) -> ConsoleWords.finding(texts, finding)).toArray(String[]::new))));
		}
		Optional<Outlook> outlook = this.outlooks.find(stored.tenant(), stored.id());
		boolean looking = stored.state().isDraft() && stored.state().work().next() != null;
		if (looking) {
			content.add(Console.progress(texts, Progress.unknown("looking", texts.get("mailing.looking"),
					texts.count("mailing.looked-at", outlook.map((one) -> one.gets() + one.notGets()).orElse(0L)),
					address(stored))));
		}
		Content report = (outlook.isPresent() && !looking) ? report(texts, stored, outlook.get()) : Console.nothing();
		content.add(Console.beside(Console.all(report, schedule(texts, caller, stored, wish)),
				Console.card(texts.get("mailing.about"), Console.facts(about(texts, caller, stored)))));
		return content;
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
				Form.post("schedule", address(stored) + "/send")
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

	private List<Content> after(Texts texts, UserCaller caller, Stored<Mailing> stored) {
		Mailing mailing = stored.state();
		Results results = this.counting.recent(stored);
		List<Content> content = new ArrayList<>();
		if (mailing.status() == Mailing.Status.SENDING) {
			content.add(progress(texts, stored, results));
		}
		content.add(Console.beside(
				Console.all(
						Console.card(texts.get("mailing.sending"),
								Console.facts(List.of(fact(texts, stored, "sent", results.sent(), "state=sent"),
										fact(texts, stored, "waiting", results.waiting(), "state=waiting"),
										fact(texts, stored, "failed", results.failed(), "state=failed"),
										fact(texts, stored, "left-out", results.leftOut(), "state=left-out")))),
						Console.card(texts.get("mailing.answers"),
								Console
									.facts(List.of(fact(texts, stored, "updated", results.updated(), "state=updated"),
											fact(texts, stored, "confirmed", results.confirmed(), "state=confirmed"),
											fact(texts, stored, "opened", results.opened(), "state=opened"),
											fact(texts, stored, "silent", results.silent(), "state=none")))),
						Console.actions(Action.link(texts.get("mailing.recipients"), address(stored) + "/recipients"))),
				Console.card(texts.get("mailing.about"), Console.facts(about(texts, caller, stored)))));
		return content;
	}

	private Content progress(Texts texts, Stored<Mailing> stored, Results results) {
		long all = this.outlooks.find(stored.tenant(), stored.id())
			.map((outlook) -> outlook.gets() + outlook.notGets())
			.orElse(0L);
		long done = results.seen() - results.waiting();
		String label = texts.get("mailing.progress");
		return (all > 0)
				? Console.progress(texts,
						Progress.of("sending", label, Math.min(done, all), all,
								texts.get("mailing.progress.of", MailingWords.figure(texts, done),
										MailingWords.figure(texts, Math.max(all, done))),
								address(stored)))
				: Console.progress(texts,
						Progress.unknown("sending", label, texts.count("mailing.looked-at", done), address(stored)));
	}

	private static Fact fact(Texts texts, Stored<Mailing> stored, String key, long count, String filter) {
		return Fact.of(texts.get("mailing.result." + key), (count == 0) ? Cell.number(texts, 0)
				: Cell.link(MailingWords.figure(texts, count), address(stored) + "/recipients?" + filter));
	}

	private List<Fact> about(Texts texts, UserCaller caller, Stored<Mailing> stored) {
		Mailing mailing = stored.state();
		Times times = this.words.console().times(caller);
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("mailing.template"), Cell
			.link(this.words.template(stored.tenant(), mailing.template()), "/admin/templates/" + mailing.template())));
		facts.add(Fact.of(texts.get("mailing.kind"), texts.get("template.kind." + mailing.kind().code())));
		facts.add(Fact.of(texts.get("mailing.audience"),
				this.words.audience(texts, stored.tenant(), mailing.audience())));
		if (mailing.perSecond() > 0) {
			facts.add(Fact.of(texts.get("mailing.per-second"), Cell.number(texts, mailing.perSecond())));
		}
		facts.add(Fact.of(texts.get("mailing.by"), this.names.sender(caller, mailing.by())));
		facts.add(Fact.of(texts.get("mailing.created"), times.exact(mailing.dates().created())));
		if (mailing.dates().at() != null) {
			facts.add(Fact.of(texts.get("mailing.at"), times.exact(mailing.dates().at())));
		}
		if (mailing.dates().started() != null) {
			facts.add(Fact.of(texts.get("mailing.started"), times.exact(mailing.dates().started())));
		}
		if (mailing.dates().ended() != null) {
			facts.add(Fact.of(texts.get("mailing.ended"), times.exact(mailing.dates().ended())));
		}
		return facts;
	}

	/// Who got it, and what each did.
	Content recipients(UserCaller caller, ConsoleUser user, Stored<Mailing> stored, TableQuery query) {
		Texts texts = this.words.console().texts(caller);
		String wanted = query.value("state").orElse("");
		Recipient.State state = Stream.of(Recipient.State.values())
			.filter((one) -> one.code().equals(wanted))
			.findFirst()
			.orElse(null);
		Recipient.Answer answer = Stream.of(Recipient.Answer.values())
			.filter((one) -> one.code().equals(wanted))
			.findFirst()
			.orElse(null);
		List<Recipient> found = this.recipients.slice(stored.tenant(), stored.id(), state, answer,
				query.after().orElse(null), ROWS + 1);
		List<Recipient> shown = found.stream().limit(ROWS).toList();
		Map<String, String> called = this.names.of(stored.tenant(), shown.stream().map(Recipient::contact).toList(),
				stored.state().kind());
		Table table = Table.of("recipients", texts.get("mailing.recipients"), query)
			.filter(Filter.choice("state", texts.get("recipient.state"), states(texts)))
			.columns(Column.of(texts.get("recipient.contact")), Column.of(texts.get("recipient.state")),
					Column.of(texts.get("recipient.why")), Column.of(texts.get("recipient.when")))
			.rows(shown.stream().map((one) -> row(texts, caller, one, called)).toList())
			.paging(Paging.more((found.size() > ROWS) ? shown.getLast().contact() : null))
			.empty(Empty.of(texts.get("recipients.empty")));
		ConsoleFrame frame = ConsoleFrame.of(texts, texts.get("mailing.recipients"), Section.MAILINGS, user)
			.under(stored.state().name(), address(stored));
		return Console.page(frame, Console.table(texts, table));
	}

	private static List<Choice> states(Texts texts) {
		List<Choice> choices = new ArrayList<>();
		for (String code : List.of("updated", "confirmed", "opened", "none")) {
			choices.add(Choice.of(code, texts.get("recipient.answer." + code)));
		}
		for (String code : List.of("sent", "waiting", "failed", "left-out")) {
			choices.add(Choice.of(code, texts.get("recipient.state." + code)));
		}
		return choices;
	}

	private Row row(Texts texts, UserCaller caller, Recipient recipient, Map<String, String> called) {
		String reason = recipient.reason();
		String said = recipient.words();
		Content why = (reason == null) ? Cell.none(texts) : (said == null)
				? Cell.text(MailingWords.reason(texts, reason)) : Cell.text(MailingWords.reason(texts, reason), said);
		return Row.to("/admin/contacts/" + recipient.contact(),
				Cell.text(called.getOrDefault(recipient.contact(), texts.get("recipient.nameless"))),
				Cell.state(MailingWords.state(texts, recipient)), why,
				this.words.console()
					.times(caller)
					.ago(Objects.requireNonNullElse(recipient.answeredAt(), recipient.at())));
	}

	private static String address(Stored<Mailing> stored) {
		return MailingScreens.ADDRESS + "/" + stored.id();
	}

	/// A time that was wished for.
	///
	/// @param wrong what is wrong with it; null if something else is
	record Wish(String day, String time, @Nullable String wrong) {
	}

	/// What contacts and users are called, for screens; nothing is shown of those that
	/// can't be had.
	@Component
	static class Names {

		private final ContactsToMail contacts;

		private final Senders senders;

		Names(ContactsToMail contacts, Senders senders) {
			this.contacts = contacts;
			this.senders = senders;
		}

		Map<String, String> of(TenantId tenant, List<String> ids, MailTemplate.Kind kind) {
			Map<String, String> names = new HashMap<>();
			try {
				if (!ids.isEmpty()) {
					this.contacts.ask(tenant, ids, List.of(), kind).forEach((one) -> {
						if (one.name() != null) {
							names.put(one.id(), one.name());
						}
					});
				}
			}
			catch (NotDelivered away) {
				names.clear();
			}
			return names;
		}

		String sender(UserCaller caller, String by) {
			if (by.equals(caller.actor().toString())) {
				return caller.name();
			}
			try {
				return this.senders.find(caller.tenant(), by).map(Senders.User::name).orElse(by);
			}
			catch (NotDelivered away) {
				return by;
			}
		}

	}

}
