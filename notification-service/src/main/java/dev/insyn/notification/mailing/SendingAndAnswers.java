package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Progress;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;

import org.springframework.stereotype.Component;

/// Draws of a mailing that was begun how far it is, and what came of it.
@Component
class SendingAndAnswers {

	private final Counting counting;

	private final Outlooks outlooks;

	private final MailingFacts facts;

	SendingAndAnswers(Counting counting, Outlooks outlooks, MailingFacts facts) {
		this.counting = counting;
		this.outlooks = outlooks;
		this.facts = facts;
	}

	List<Content> draw(Texts texts, UserCaller caller, Stored<Mailing> stored) {
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
						Console.actions(Action.link(texts.get("mailing.recipients"),
								MailingScreens.address(stored) + "/recipients"))),
				this.facts.card(texts, caller, stored)));
		return content;
	}

	private Content progress(Texts texts, Stored<Mailing> stored, Results results) {
		long all = this.outlooks.find(stored.tenant(), stored.id())
			.map((outlook) -> outlook.gets() + outlook.notGets())
			.orElse(0L);
		long done = results.seen() - results.waiting();
		String label = texts.get("mailing.progress");
		return (all > 0)
				? Console.progress(texts, Progress.of("sending", label, Math.min(done, all), all,
						texts.get("mailing.progress.of", MailingWords.figure(texts, done),
								MailingWords.figure(texts, Math.max(all, done))),
						MailingScreens.address(stored)))
				: Console.progress(texts, Progress.unknown("sending", label, texts.count("mailing.looked-at", done),
						MailingScreens.address(stored)));
	}

	private static Fact fact(Texts texts, Stored<Mailing> stored, String key, long count, String filter) {
		return Fact.of(texts.get("mailing.result." + key), (count == 0) ? Cell.number(texts, 0) : Cell
			.link(MailingWords.figure(texts, count), MailingScreens.address(stored) + "/recipients?" + filter));
	}

}
