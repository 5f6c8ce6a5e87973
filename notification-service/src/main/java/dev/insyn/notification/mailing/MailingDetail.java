package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Section;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Draws one mailing: before it is sent who would get it, while it is sent how far it is, and after that what came of it.
@Component
class MailingDetail {

	private final BeforeSending before;

	private final SendingAndAnswers after;

	private final Counting counting;

	private final MailingWords words;

	MailingDetail(BeforeSending before, SendingAndAnswers after, Counting counting, MailingWords words) {
		this.before = before;
		this.after = after;
		this.counting = counting;
		this.words = words;
	}

	/// @param wish a time that was typed and refused; null for none
	Content draw(UserCaller caller, ConsoleUser user, Stored<Mailing> stored, @Nullable String done,
			BeforeSending.@Nullable Wish wish) {
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
			content.addAll(this.before.draw(texts, caller, stored, wish));
		}
		else {
			content.addAll(this.after.draw(texts, caller, stored));
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
		String address = MailingScreens.address(stored);
		return switch (stored.state().status()) {
			case DRAFT -> {
				ConsoleFrame draft = frame.more(Action.ask(texts.get("mailing.delete"), "delete", address + "/delete"))
					.action(Action.post(texts.get("mailing.look"), address + "/look"));
				yield this.before.canSend(stored)
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
				? frame.action(Action.post(texts.get("mailing.retry"), MailingScreens.address(stored) + "/retry"))
				: frame;
		return (results.unanswered() > 0)
				? with.action(
						Action.post(texts.get("mailing.remind"), MailingScreens.address(stored) + "/remind").primary())
				: with;
	}

	private static boolean asks(Mailing mailing, String act) {
		return switch (act) {
			case "cancel" -> mailing.status() == Mailing.Status.SENDING || mailing.status() == Mailing.Status.PAUSED;
			default -> mailing.isDraft();
		};
	}

	Dialog question(Texts texts, Stored<Mailing> stored, String act) {
		String address = MailingScreens.address(stored);
		String label = texts.get("mailing." + act);
		String what = act.equals("send") ? texts.count("mailing.send.what", this.before.gets(stored))
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

}
