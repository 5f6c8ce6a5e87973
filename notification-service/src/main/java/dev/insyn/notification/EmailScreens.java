package dev.insyn.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Fact;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What was mailed, what waits, and what failed and why. Neither addresses nor words: they are not kept.
@Controller
@RequiredLevel(RequiredLevel.READS)
class EmailScreens {

	static final String ADDRESS = "/admin/emails";

	private static final int ROWS = 50;

	private final Emails emails;

	private final Pages pages;

	private final NotificationWords words;

	EmailScreens(Emails emails, Pages pages, NotificationWords words) {
		this.emails = emails;
		this.pages = pages;
		this.words = words;
	}

	@GetMapping(ADDRESS)
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, TableQuery query) {
		Texts texts = this.words.texts(caller);
		Slice<Email> slice = this.emails.slice(caller.tenant(), query.value("contact").map(String::strip).orElse(null),
				status(query.value("status")), Slice.Place.read(query.after()), ROWS);
		Table table = Table.of("emails", texts.get("emails.title"), query)
			.filter(Filter.choice("status", texts.get("email.status"),
					Stream.of(Email.Status.values())
						.map(NotificationWords::code)
						.map((code) -> Choice.of(code, texts.get("email.status." + code)))
						.toList()))
			.filter(Filter.text("contact", texts.get("activity.contact-id")))
			.columns(Column.of(texts.get("email.what")), Column.of(texts.get("email.status")),
					Column.of(texts.get("activity.page")).minor(), Column.of(texts.get("activity.contact")),
					Column.number(texts.get("email.attempts")).minor(), Column.of(texts.get("email.queued")))
			.rows(slice.rows().stream().map((row) -> row(texts, caller, row)).toList())
			.paging(Paging.more(slice.next()))
			.empty(Empty.of(texts.get("emails.empty")));
		if (!query.narrowed()) {
			table.total(this.emails.count(caller.tenant()));
		}
		return ResponseEntity
			.ok(Console.page(NotificationWords.frame(texts, user, false), Console.table(texts, table)));
	}

	private Row row(Texts texts, UserCaller caller, Stored<Email> stored) {
		Email email = stored.state();
		Times times = this.words.times(caller);
		Content state = Cell.state(NotificationWords.status(texts, email));
		String reason = email.reason();
		return Row.to(ADDRESS + "/" + stored.id(), Cell.text(NotificationWords.kind(texts, email)),
				(reason != null) ? Cell.below(state, NotificationWords.reason(texts, reason)) : state,
				email.use().ofPage()
						? Cell.text(this.pages.name(caller.tenant(), email.use().page(), caller.language()))
						: Cell.none(texts),
				email.aboutContact() ? Cell.id(texts, email.use().contact()) : Cell.none(texts),
				Cell.number(texts, email.attempts()), times.ago(email.queuedAt()));
	}

	@GetMapping(ADDRESS + "/{id}")
	ResponseEntity<Content> email(UserCaller caller, ConsoleUser user, @PathVariable String id) {
		Email email = this.emails.find(caller.tenant(), id)
			.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "urn:insyn:problem:not-found", "No such email"));
		Texts texts = this.words.texts(caller);
		ConsoleFrame frame = ConsoleFrame.of(texts, NotificationWords.kind(texts, email), Section.ACTIVITIES, user)
			.under(texts.get("emails.title"), ADDRESS)
			.state(NotificationWords.status(texts, email));
		return ResponseEntity.ok(Console.page(frame, trouble(texts, email),
				Console.card(texts.get("email.about"), Console.facts(facts(texts, caller, email)))));
	}

	private static Content trouble(Texts texts, Email email) {
		String reason = email.reason();
		if (reason == null) {
			return Console.nothing();
		}
		String words = NotificationWords.reason(texts, reason);
		return Kit.notice(texts,
				email.waiting()
						? Notice.of(Notice.Kind.INFO, texts.get("email.waits"), words, texts.get("email.waits.text"))
						: Notice.of(Notice.Kind.WARNING, texts.get("email.gave-up"), words));
	}

	private List<Fact> facts(Texts texts, UserCaller caller, Email email) {
		Times times = this.words.times(caller);
		PageUse use = email.use();
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.get("email.to"), texts.get("email.to." + email.kind().code())));
		if (email.aboutContact()) {
			facts.add(Fact.of(texts.get("activity.contact"),
					Cell.link(texts.get("activity.contact.open"), "/admin/contacts/" + use.contact())));
		}
		if (use.ofPage()) {
			facts.add(Fact.of(texts.get("activity.page"), Cell
				.link(this.pages.name(caller.tenant(), use.page(), caller.language()), "/admin/pages/" + use.page())));
		}
		facts.add(Fact.of(texts.get("email.queued"), times.exact(email.queuedAt())));
		facts.add(Fact.of(texts.get("email.attempts"), Cell.number(texts, email.attempts())));
		if (email.nextAttempt() != null) {
			facts.add(Fact.of(texts.get("email.next"), times.exact(email.nextAttempt())));
		}
		if (email.endedAt() != null) {
			facts.add(Fact.of(texts.get("email.ended"), times.exact(email.endedAt())));
		}
		if (email.aboutContact()) {
			facts.add(Fact.of(texts.get("activity.trail"),
					Cell.link(texts.get("activity.trail.open"), "/admin/audit?contact=" + use.contact())));
		}
		return facts;
	}

	private static Email.@Nullable Status status(Optional<String> word) {
		return word
			.flatMap((code) -> Stream.of(Email.Status.values())
				.filter((status) -> NotificationWords.code(status).equals(code))
				.findFirst())
			.orElse(null);
	}

}
