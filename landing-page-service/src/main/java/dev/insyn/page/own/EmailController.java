package dev.insyn.page.own;

import java.util.Optional;

import dev.insyn.page.contacts.ContactAway;
import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.contacts.EmailOutcome;
import dev.insyn.page.pages.LivePage;
import dev.insyn.pagekit.TextBook;
import dev.insyn.platform.security.Caller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where a contact enters the code that proves its new e-mail address. Contact and page come from the verified token
/// alone.
@RestController
@RequestMapping(path = "/p/{page}/email", produces = MediaType.TEXT_HTML_VALUE)
class EmailController {

	private final Visits visits;

	private final ContactService contacts;

	private final EnteringEmailCode entering;

	private final Answers answers;

	private final TextBook book;

	EmailController(Visits visits, ContactService contacts, EnteringEmailCode entering, Answers answers,
			TextBook book) {
		this.visits = visits;
		this.contacts = contacts;
		this.entering = entering;
		this.answers = answers;
		this.book = book;
	}

	@GetMapping
	ResponseEntity<Content> show(@PathVariable("page") String number, Caller caller,
			@RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String updated,
			@RequestParam(required = false) @Nullable String sent,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		return visit(number, caller, lang, acceptLanguage,
				(visit) -> this.entering.ask(visit, (updated != null) ? updated : "", sent != null));
	}

	@PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<Content> submit(@PathVariable("page") String number, Caller caller,
			@RequestParam MultiValueMap<String, String> form,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		Submission submission = new Submission(form);
		return visit(number, caller, form.getFirst("lang"), acceptLanguage,
				(visit) -> submission.isOfLink(visit.caller().mark()) ? submit(visit, submission)
						: this.answers.otherLink(visit.page(), visit.reader()));
	}

	private ResponseEntity<Content> submit(EnteringEmailCode.Visit visit, Submission form) {
		String receipt = form.first(EnteringEmailCode.UPDATED);
		return switch (form.first(Submission.ACT)) {
			case "resend" -> {
				EmailOutcome outcome = this.contacts.resendEmailCode(visit.caller().contact(), visit.page().number());
				yield this.entering.resent(visit, receipt, outcome);
			}
			case "withdraw" -> {
				this.contacts.withdrawEmailChange(visit.caller().contact(), visit.page().number());
				yield this.entering.kept(visit);
			}
			default -> this.entering.enter(visit, receipt, form.first(EnteringEmailCode.CODE));
		};
	}

	private ResponseEntity<Content> visit(String number, Caller caller, @Nullable String language,
			@Nullable String acceptLanguage, Answer answer) {
		PageVisit at = this.visits.of(caller, number);
		Optional<LivePage> live = this.visits.page(at);
		if (live.isEmpty()) {
			return this.answers.noPage(caller.tenant(), acceptLanguage);
		}
		LivePage page = live.get();
		Reader reader = Reader.of(this.book, page, language, acceptLanguage).at(at);
		if (!number.equals(at.page())) {
			return this.answers.otherPage(page, reader);
		}
		try {
			Optional<ContactView> contact = this.contacts.view(at.contact(), "", "");
			return contact.isPresent() ? answer.to(new EnteringEmailCode.Visit(page, reader, at, contact.get()))
					: this.answers.contactGone(page, reader);
		}
		catch (ContactAway away) {
			return this.answers.noCode(HttpStatus.SERVICE_UNAVAILABLE, page, reader, "email.away");
		}
	}

	/// What is answered to a contact that may be here.
	private interface Answer {

		ResponseEntity<Content> to(EnteringEmailCode.Visit visit);

	}

}
