package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;

import org.springframework.stereotype.Component;

/// What was planned of a mailing, and when what happened.
@Component
class MailingFacts {

	private final Names names;

	private final MailingWords words;

	MailingFacts(Names names, MailingWords words) {
		this.names = names;
		this.words = words;
	}

	Content card(Texts texts, UserCaller caller, Stored<Mailing> stored) {
		return Console.card(texts.get("mailing.about"), Console.facts(about(texts, caller, stored)));
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

}
