package dev.insyn.notification.mailing;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import dev.insyn.notification.Slice;
import dev.insyn.notification.template.ConsoleWords;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Dialog;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The mailings: what was sent, what is on its way, and one as it goes.
@Controller
@RequestMapping(path = MailingScreens.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class MailingScreens {

	static final String ADDRESS = "/admin/mailings";

	private static final String ONE = "/{id:[a-z0-9]{20}}";

	private static final int ROWS = 50;

	private final Mailings mailings;

	private final MailingActs acts;

	private final MailingDetail detail;

	private final RecipientsTable recipients;

	private final NewMailingForm form;

	private final MailingWords words;

	MailingScreens(Mailings mailings, MailingActs acts, MailingDetail detail, RecipientsTable recipients,
			NewMailingForm form, MailingWords words) {
		this.mailings = mailings;
		this.acts = acts;
		this.detail = detail;
		this.recipients = recipients;
		this.form = form;
		this.words = words;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		ConsoleWords console = this.words.console();
		Texts texts = console.texts(caller);
		Slice<Mailing> slice = this.mailings.slice(caller.tenant(), Slice.Place.read(query.after()), ROWS);
		Action add = Action.link(texts.get("mailings.new"), ADDRESS + "/new").primary();
		Empty none = Empty.of(texts.get("mailings.empty"));
		Table table = Table.of("mailings", texts.get("console.section.mailings"), query)
			.columns(Column.of(texts.get("mailing.name")), Column.of(texts.get("mailing.status")),
					Column.of(texts.get("mailing.audience")), Column.of(texts.get("mailing.kind")).minor(),
					Column.of(texts.get("mailing.when")))
			.rows(slice.rows().stream().map((one) -> row(texts, caller, one)).toList())
			.total(this.mailings.count(caller.tenant()))
			.paging(Paging.more(slice.next()))
			.empty(caller.may(RequiredLevel.SENDS) ? none.action(add) : none);
		ConsoleFrame frame = console.lists(caller, user, true).done(done);
		return ResponseEntity
			.ok(Console.page((caller.may(RequiredLevel.SENDS) && !slice.rows().isEmpty()) ? frame.action(add) : frame,
					Console.table(texts, table)));
	}

	private Row row(Texts texts, UserCaller caller, Stored<Mailing> stored) {
		Mailing mailing = stored.state();
		Instant when = Optional.ofNullable(mailing.dates().ended())
			.or(() -> Optional.ofNullable(mailing.dates().started()))
			.or(() -> Optional.ofNullable(mailing.dates().at()))
			.orElse(mailing.dates().created());
		return Row.to(ADDRESS + "/" + stored.id(), Cell.text(mailing.name()),
				Cell.state(MailingWords.status(texts, mailing)),
				Cell.text(this.words.audience(texts, caller.tenant(), mailing.audience())),
				Cell.text(texts.get("template.kind." + mailing.kind().code())),
				this.words.console().times(caller).ago(when));
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> fresh(UserCaller caller, ConsoleUser user, @RequestParam(defaultValue = "") String contact,
			@RequestParam(defaultValue = "") String template, @RequestParam(defaultValue = "") String segment) {
		return ResponseEntity
			.ok(this.form.draw(caller, user, new NewMailingForm.Typed("", template, segment, contact, ""), null));
	}

	@PostMapping(path = "/new", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> create(UserCaller caller, ConsoleUser user, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String template, @RequestParam(defaultValue = "") String segment,
			@RequestParam(defaultValue = "") String contacts, @RequestParam(defaultValue = "") String perSecond) {
		NewMailingForm.Typed typed = new NewMailingForm.Typed(name, template, segment, contacts, perSecond);
		try {
			Stored<Mailing> created = this.acts.create(caller.tenant(), name, template, typed.audience(), typed.limit(),
					caller.actor());
			return to(ADDRESS + "/" + created.id(), "mailing.created");
		}
		catch (Problem invalid) {
			if (invalid.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
				throw invalid;
			}
			return ResponseEntity.status(invalid.status())
				.body(this.form.draw(caller, user, typed, String.valueOf(invalid.members().get("member"))));
		}
	}

	@GetMapping(ONE)
	ResponseEntity<Content> one(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String done) {
		return ResponseEntity.ok(this.detail.draw(caller, user, this.acts.get(caller.tenant(), id), done, null));
	}

	@GetMapping(ONE + "/recipients")
	ResponseEntity<Content> recipients(UserCaller caller, ConsoleUser user, TableQuery query, @PathVariable String id) {
		return ResponseEntity.ok(this.recipients.draw(caller, user, this.acts.get(caller.tenant(), id), query));
	}

	/// @param day and time when it is to begin, where the tenant is; both empty for now
	@PostMapping(path = ONE + "/send", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> send(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String time) {
		Stored<Mailing> mailing = this.acts.get(caller.tenant(), id);
		try {
			Instant at = (day.isBlank() && time.isBlank()) ? null
					: LocalDate.parse(day)
						.atTime(LocalTime.parse(time.isBlank() ? "08:00" : time.replace('.', ':')))
						.atZone(this.words.console().tenant(caller.tenant()).timeZone())
						.toInstant();
			this.acts.send(caller.tenant(), id, at, caller.actor());
			return to(ADDRESS + "/" + id, (at != null) ? "mailing.scheduled" : "mailing.begun");
		}
		catch (DateTimeException unreadable) {
			return again(caller, user, mailing, day, time, "unreadable");
		}
		catch (Problem refused) {
			if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
				throw refused;
			}
			return again(caller, user, mailing, day, time,
					"at".equals(refused.members().get("member")) ? "past" : null);
		}
	}

	private ResponseEntity<Content> again(UserCaller caller, ConsoleUser user, Stored<Mailing> mailing, String day,
			String time, @Nullable String wrong) {
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
			.body(this.detail.draw(caller, user, mailing, null, new BeforeSending.Wish(day, time, wrong)));
	}

	/// The question before what can't be taken back, for who has no script.
	@GetMapping(ONE + "/{act:send|cancel|delete}")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> ask(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@PathVariable String act) {
		Texts texts = this.words.console().texts(caller);
		Dialog dialog = this.detail.question(texts, this.acts.get(caller.tenant(), id), act);
		return ResponseEntity.ok(Console.page(ConsoleFrame.of(texts, dialog.heading(), Section.MAILINGS, user),
				Console.confirmation(texts, dialog)));
	}

	@PostMapping(ONE + "/{act:pause|resume|cancel|unschedule|look|remind|retry}")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> act(UserCaller caller, @PathVariable String id, @PathVariable String act) {
		switch (act) {
			case "pause" -> this.acts.pause(caller.tenant(), id, caller.actor());
			case "resume" -> this.acts.resume(caller.tenant(), id, caller.actor());
			case "cancel" -> this.acts.cancel(caller.tenant(), id, caller.actor());
			case "unschedule" -> this.acts.unschedule(caller.tenant(), id);
			case "look" -> this.acts.lookAgain(caller.tenant(), id);
			default -> {
				return followUp(caller, id, act.equals("remind"));
			}
		}
		return to(ADDRESS + "/" + id, "mailing." + act);
	}

	private ResponseEntity<Content> followUp(UserCaller caller, String id, boolean remind) {
		Texts texts = this.words.console().texts(caller);
		String name = this.acts.get(caller.tenant(), id).state().name();
		Stored<Mailing> created = this.acts.followUp(caller.tenant(), id,
				remind ? Audience.Kind.UNANSWERED : Audience.Kind.NOT_REACHED,
				texts.get(remind ? "mailing.reminder.name" : "mailing.retry.name", name), caller.actor());
		return to(ADDRESS + "/" + created.id(), "mailing.created");
	}

	@PostMapping(ONE + "/delete")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> delete(UserCaller caller, @PathVariable String id) {
		this.acts.delete(caller.tenant(), id);
		return to(ADDRESS, "mailing.deleted");
	}

	static String address(Stored<Mailing> stored) {
		return ADDRESS + "/" + stored.id();
	}

	private static ResponseEntity<Content> to(String address, String done) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address + "?done=" + done)).build();
	}

}
