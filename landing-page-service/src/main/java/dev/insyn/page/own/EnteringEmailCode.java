package dev.insyn.page.own;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.contacts.EmailOutcome;
import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.FieldFrame;
import dev.insyn.pagekit.FieldFrame.Mark;
import dev.insyn.pagekit.FormField;
import dev.insyn.pagekit.FormField.Width;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.SummaryEntry;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A contact enters the code for its new e-mail address. Whatever comes of it is said plainly, and nobody learns whether
/// another contact has the address.
@Component
class EnteringEmailCode {

	/// The input for the code.
	static final String CODE = "code";

	/// Carries the receipt of the update that asked for the address.
	static final String UPDATED = "_updated";

	private final ContactService contacts;

	private final Receipts receipts;

	private final Answers answers;

	EnteringEmailCode(ContactService contacts, Receipts receipts, Answers answers) {
		this.contacts = contacts;
		this.receipts = receipts;
		this.answers = answers;
	}

	/// Asks for the code.
	/// @param receipt of the update before, or the empty string
	/// @param again whether another code was sent just now
	ResponseEntity<Content> ask(Visit visit, String receipt, boolean again) {
		List<Notice> notices = again ? List.of(notice(visit, Notice.Kind.SUCCESS, "email.sent-again")) : List.of();
		return draw(HttpStatus.OK, visit, receipt, notices, null, "");
	}

	ResponseEntity<Content> enter(Visit visit, String receipt, String typed) {
		EmailOutcome outcome = this.contacts.enterEmailCode(visit.caller().contact(), visit.page().number(), typed);
		return switch (outcome.kind()) {
			case DONE -> done(visit,
					new Receipt(Receipt.Kind.EMAIL_CHANGED, List.of(Objects.requireNonNull(outcome.change())), null));
			case WRONG ->
				draw(HttpStatus.UNPROCESSABLE_CONTENT, visit, receipt, List.of(), wrong(visit, outcome), typed);
			case TOO_MANY_TRIES, EXPIRED -> draw(HttpStatus.CONFLICT, again(visit), receipt, List.of(), null, "");
			case CHANGED_ELSEWHERE ->
				this.answers.noCode(HttpStatus.CONFLICT, visit.page(), visit.reader(), "email.changed-elsewhere");
			default -> this.answers.noCode(HttpStatus.CONFLICT, visit.page(), visit.reader(), "email.nothing-asked");
		};
	}

	/// @param outcome of the wish for another code
	ResponseEntity<Content> resent(Visit visit, String receipt, EmailOutcome outcome) {
		return switch (outcome.kind()) {
			case DONE -> this.answers.to(address(visit, receipt, "sent=1"));
			case LIMIT, TOO_SOON -> draw(HttpStatus.CONFLICT, visit, receipt,
					List.of(notice(visit, Notice.Kind.WARNING, "email." + outcome.kind().code())), null, "");
			default -> this.answers.noCode(HttpStatus.CONFLICT, visit.page(), visit.reader(), "email.nothing-asked");
		};
	}

	/// The contact keeps its old address.
	ResponseEntity<Content> kept(Visit visit) {
		return done(visit, Receipt.of(Receipt.Kind.EMAIL_KEPT, List.of()));
	}

	private ResponseEntity<Content> done(Visit visit, Receipt receipt) {
		return this.answers.toReceipt(visit.page(), visit.reader(), receipt,
				this.receipts.keep(visit.caller(), receipt));
	}

	/// As it is after the code was refused.
	private Visit again(Visit visit) {
		return this.contacts.view(visit.caller().contact(), "", "")
			.map((contact) -> new Visit(visit.page(), visit.reader(), visit.caller(), contact))
			.orElse(visit);
	}

	private ResponseEntity<Content> draw(HttpStatus status, Visit visit, String receipt, List<Notice> notices,
			@Nullable String problem, String typed) {
		ContactView.EmailWish wish = visit.contact().emailChange();
		if (wish == null) {
			return this.answers.noCode(HttpStatus.OK, visit.page(), visit.reader(), "email.nothing-asked");
		}
		Texts texts = visit.reader().texts();
		List<Notice> all = new ArrayList<>(notices);
		if (!wish.open()) {
			all.add(notice(visit, Notice.Kind.WARNING,
					(wish.triesLeft() == 0) ? "email.too-many-tries" : "email.expired"));
		}
		List<SummaryEntry> errors = (problem != null)
				? List.of(new SummaryEntry("f-" + CODE, texts.get("email.code") + ": " + problem)) : List.of();
		EmailView view = new EmailView(texts, texts.get("email.title"), errors, all,
				List.of(texts.get("email.told", wish.address()), texts.get("email.until")),
				wish.open() ? input(visit, wish, problem, typed) : null, visit.reader().address(visit.page(), "/email"),
				hidden(visit, receipt), changes(visit, receipt), visit.reader().address(visit.page()));
		return this.answers.email(status, visit.page(), visit.reader(), view);
	}

	private static FormField input(Visit visit, ContactView.EmailWish wish, @Nullable String problem, String typed) {
		Texts texts = visit.reader().texts();
		String until = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
			.withLocale(visit.reader().locale())
			.format(ZonedDateTime.ofInstant(wish.expires(), visit.page().tenant().timeZone()));
		FieldFrame frame = new FieldFrame(CODE, texts.get("email.code"), texts.get("email.code.hint", until), problem,
				Mark.NONE);
		return new FormField.Text(frame, typed, "text", "one-time-code", "numeric", Width.TINY, 12, 1);
	}

	private static List<OwnDataView.Hidden> hidden(Visit visit, String receipt) {
		List<OwnDataView.Hidden> hidden = new ArrayList<>();
		hidden.add(new OwnDataView.Hidden(Submission.LINK, visit.caller().mark()));
		if (!receipt.isEmpty()) {
			hidden.add(new OwnDataView.Hidden(UPDATED, receipt));
		}
		return hidden;
	}

	private List<ReceiptView.Line> changes(Visit visit, String receipt) {
		return this.receipts.find(visit.caller(), receipt)
			.map((found) -> Answers.lines(visit.page(), visit.reader(), found))
			.orElse(List.of());
	}

	private static String address(Visit visit, String receipt, String more) {
		Reader reader = visit.reader();
		String updated = receipt.matches("[A-Za-z0-9_-]{1,64}") ? "&updated=" + receipt : "";
		return "/p/" + visit.page().number() + "/email?" + more + updated
				+ (reader.chosen() ? "&lang=" + reader.language() : "");
	}

	private static String wrong(Visit visit, EmailOutcome outcome) {
		return visit.reader().texts().count("email.wrong", outcome.triesLeft());
	}

	private static Notice notice(Visit visit, Notice.Kind kind, String key) {
		Texts texts = visit.reader().texts();
		return Notice.of(kind, texts.get(key + ".title"), texts.get(key + ".text"));
	}

	/// A contact at its page, and what contact-service knew of it when it came.
	record Visit(LivePage page, Reader reader, PageVisit caller, ContactView contact) {
	}

}
