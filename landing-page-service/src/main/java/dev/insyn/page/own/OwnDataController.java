package dev.insyn.page.own;

import java.util.List;
import java.util.Optional;

import dev.insyn.page.contacts.ContactAway;
import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.own.OwnDataPages.Drawing;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.waiting.WaitingUpdates;
import dev.insyn.pagekit.TextBook;
import dev.insyn.platform.security.Caller;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
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

/// The page that a contact opens, by a link or from the portal. Tenant, contact, page and link come from the verified token
/// alone; by a link the number in the address has to be the token's, from the portal the page has to stand there.
@RestController
@RequestMapping(path = "/p/{page}", produces = MediaType.TEXT_HTML_VALUE)
class OwnDataController {

	private final Visits visits;

	private final ContactService contacts;

	private final WaitingUpdates waiting;

	private final Receipts receipts;

	private final CorrectingOwnData correcting;

	private final Answers answers;

	private final TextBook book;

	OwnDataController(Visits visits, ContactService contacts, WaitingUpdates waiting, Receipts receipts,
			CorrectingOwnData correcting, Answers answers, TextBook book) {
		this.visits = visits;
		this.contacts = contacts;
		this.waiting = waiting;
		this.receipts = receipts;
		this.correcting = correcting;
		this.answers = answers;
		this.book = book;
	}

	@GetMapping
	ResponseEntity<Content> show(@PathVariable("page") String number, Caller caller,
			@RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String updated,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		PageVisit visit = this.visits.of(caller, number);
		Optional<LivePage> live = this.visits.page(visit);
		if (live.isEmpty()) {
			return this.answers.noPage(caller.tenant(), acceptLanguage);
		}
		LivePage page = live.get();
		Reader reader = Reader.of(this.book, page, lang, acceptLanguage).at(visit);
		if (!number.equals(visit.page())) {
			return this.answers.otherPage(page, reader);
		}
		return (updated != null) ? confirmation(page, reader, visit, updated) : form(page, reader, visit);
	}

	@PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<Content> update(@PathVariable("page") String number, Caller caller,
			@RequestParam MultiValueMap<String, String> form,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		PageVisit visit = this.visits.of(caller, number);
		Optional<LivePage> live = this.visits.page(visit);
		if (live.isEmpty()) {
			return this.answers.noPage(caller.tenant(), acceptLanguage);
		}
		LivePage page = live.get();
		Reader reader = Reader.of(this.book, page, form.getFirst("lang"), acceptLanguage).at(visit);
		if (!number.equals(visit.page())) {
			return this.answers.otherPage(page, reader);
		}
		return this.correcting.submit(page, reader, visit, new Submission(form));
	}

	private ResponseEntity<Content> form(LivePage page, Reader reader, PageVisit caller) {
		try {
			Optional<ContactView> contact = this.contacts.view(caller.contact(), page.fieldKeys(), page.reports());
			if (contact.isEmpty()) {
				return this.answers.contactGone(page, reader);
			}
			return this.answers.form(Drawing.fresh(page, reader, caller.mark(), contact.get(), this.answers.news(page,
					reader, contact.get(), this.waiting.standing(caller.tenant(), caller.contact()))));
		}
		catch (ContactAway away) {
			return this.answers.away(page, reader);
		}
	}

	private ResponseEntity<Content> confirmation(LivePage page, Reader reader, PageVisit caller, String code) {
		if (code.equals("1")) {
			return this.answers.receipt(page, reader, Receipt.of(Receipt.Kind.UPDATED, List.of()));
		}
		return this.receipts.find(caller, code)
			.map((receipt) -> this.answers.receipt(page, reader, receipt))
			.orElseGet(() -> form(page, reader, caller));
	}

}
