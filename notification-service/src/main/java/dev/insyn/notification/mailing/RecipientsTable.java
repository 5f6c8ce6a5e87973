package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;

import org.springframework.stereotype.Component;

/// Draws who got a mailing, and what each did.
@Component
class RecipientsTable {

	private static final int ROWS = 50;

	private final Recipients recipients;

	private final Names names;

	private final MailingWords words;

	RecipientsTable(Recipients recipients, Names names, MailingWords words) {
		this.recipients = recipients;
		this.names = names;
		this.words = words;
	}

	/// Who got it, and what each did.
	Content draw(UserCaller caller, ConsoleUser user, Stored<Mailing> stored, TableQuery query) {
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
			.under(stored.state().name(), MailingScreens.address(stored));
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

}
