package dev.insyn.page.own;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.insyn.fields.FieldFormatter;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.contacts.Outcome;
import dev.insyn.page.own.OwnDataPages.Drawing;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.theme.Themes;
import dev.insyn.page.waiting.Standing;
import dev.insyn.page.waiting.Undelivered;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What a contact is answered, always in the tenant's look and the reader's language, and never kept by a cache.
@Component
class Answers {

	private static final String PAGE = "/p/";

	private final OwnDataPages pages;

	private final Themes themes;

	private final Tenants tenants;

	private final TextBook book;

	Answers(OwnDataPages pages, Themes themes, Tenants tenants, TextBook book) {
		this.pages = pages;
		this.themes = themes;
		this.tenants = tenants;
		this.book = book;
	}

	ResponseEntity<Content> form(Drawing drawing) {
		return form(HttpStatus.OK, drawing);
	}

	ResponseEntity<Content> form(HttpStatus status, Drawing drawing) {
		return answer(status, this.pages.form(drawing));
	}

	/// To the confirmation, or first to where a code is entered. The address holds no
	/// personal data.
	ResponseEntity<Content> toReceipt(LivePage page, Reader reader, Receipt receipt, String code) {
		String below = receipt.asksForCode() ? "/email" : "";
		String language = reader.chosen() ? "&lang=" + reader.language() : "";
		return to(PAGE + page.number() + below + "?updated=" + code + language);
	}

	ResponseEntity<Content> to(String address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, address)
			.cacheControl(CacheControl.noStore())
			.build();
	}

	/// The confirmation: what changed, from what to what, and what happens next.
	ResponseEntity<Content> receipt(LivePage page, Reader reader, Receipt receipt) {
		Texts texts = reader.texts();
		String kind = "receipt." + receipt.kind().code();
		List<String> told = new ArrayList<>();
		if (receipt.kind() == Receipt.Kind.UPDATED) {
			String own = page.content().confirmation().in(reader.language());
			told.add(own.isBlank() ? texts.get(kind + ".text") : own);
		}
		else {
			told.add(texts.get(kind + ".text"));
		}
		if (receipt.emailChange() != null) {
			told.add(texts.get("receipt.email." + receipt.emailChange()));
		}
		Notice notice = new Notice((receipt.kind() == Receipt.Kind.RECEIVED) ? Notice.Kind.INFO : Notice.Kind.SUCCESS,
				texts.get(kind + ".title"), told);
		ReceiptView view = new ReceiptView(texts, notice, texts.get("receipt.changes"), lines(page, reader, receipt),
				List.of(texts.get(next(receipt) + ".next", page.tenant().name())), reader.address(page));
		Frame frame = this.pages.frame(page, reader, texts.get(kind + ".title"));
		return answer(HttpStatus.OK, Kit.page(frame, Templates.receipt(view)));
	}

	ResponseEntity<Content> noPage(TenantId tenant, @Nullable String acceptLanguage) {
		Texts texts = this.book.choose(acceptLanguage, this.tenants.get(tenant).languages());
		Frame frame = new Frame(texts, texts.get("error.not-found.title"),
				this.themes.brand(tenant, Themes.standard()));
		return answer(HttpStatus.NOT_FOUND, Kit.page(frame,
				Message.of(texts.get("error.not-found.title"), texts.get("own.no-page", frame.brand().name()))));
	}

	ResponseEntity<Content> otherPage(LivePage own, Reader reader) {
		return message(HttpStatus.FORBIDDEN, own, reader, "error.forbidden", null);
	}

	ResponseEntity<Content> otherLink(LivePage page, Reader reader) {
		return message(HttpStatus.CONFLICT, page, reader, "own.other-link", "own.to-form");
	}

	ResponseEntity<Content> refused(LivePage page, Reader reader) {
		return message(HttpStatus.UNPROCESSABLE_CONTENT, page, reader, "own.refused", "own.to-form");
	}

	ResponseEntity<Content> contactGone(LivePage page, Reader reader) {
		return message(HttpStatus.NOT_FOUND, page, reader, "own.gone", null);
	}

	ResponseEntity<Content> away(LivePage page, Reader reader) {
		ResponseEntity<Content> answer = message(HttpStatus.SERVICE_UNAVAILABLE, page, reader, "own.away",
				"action.retry");
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header(HttpHeaders.RETRY_AFTER, "30")
			.body(answer.getBody());
	}

	/// What a contact should know before it reads its data.
	List<Notice> news(LivePage page, Reader reader, ContactView contact, Standing standing) {
		Texts texts = reader.texts();
		List<Notice> notices = new ArrayList<>();
		if (standing.waitingSince() != null) {
			notices.add(Notice.of(Notice.Kind.INFO, texts.get("news.waiting.title"),
					texts.get("news.waiting.text", time(page, reader, standing.waitingSince()))));
		}
		for (Undelivered undelivered : standing.undelivered()) {
			if (undelivered.page().equals(page.number())) {
				notices.add(Notice.of(Notice.Kind.WARNING, texts.get("news.undelivered.title"),
						texts.get("news.undelivered.text", time(page, reader, undelivered.receivedAt())),
						texts.get("news.undelivered.fields", headings(page, reader, undelivered.fields()))));
			}
		}
		return notices;
	}

	private static String headings(LivePage page, Reader reader, List<String> keys) {
		return page.content()
			.editable()
			.stream()
			.filter((field) -> keys.contains(field.key()))
			.map((field) -> page.heading(field, reader.language()))
			.collect(Collectors.joining(", "));
	}

	/// The code for another e-mail address is asked for, or what became of it.
	ResponseEntity<Content> email(HttpStatus status, LivePage page, Reader reader, EmailView view) {
		String title = view.errors().isEmpty() ? view.title() : reader.texts().get("title.error", view.title());
		return answer(status, Kit.page(this.pages.frame(page, reader, title), Templates.email(view)));
	}

	/// There is no code to enter.
	ResponseEntity<Content> noCode(HttpStatus status, LivePage page, Reader reader, String key) {
		return message(status, page, reader, key, "own.to-form");
	}

	private static String time(LivePage page, Reader reader, Instant instant) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(reader.locale())
			.format(ZonedDateTime.ofInstant(instant, page.tenant().timeZone()));
	}

	/// Where there was no address before, nobody is told.
	private static String next(Receipt receipt) {
		boolean first = receipt.kind() == Receipt.Kind.EMAIL_CHANGED
				&& receipt.changes().stream().allMatch((change) -> change.before() == null);
		return "receipt." + (first ? Receipt.Kind.UPDATED : receipt.kind()).code();
	}

	static List<ReceiptView.Line> lines(LivePage page, Reader reader, Receipt receipt) {
		Map<String, PageField> fields = page.content()
			.fields()
			.stream()
			.collect(Collectors.toMap(PageField::key, Function.identity(), (first, second) -> first));
		List<ReceiptView.Line> lines = new ArrayList<>();
		for (Outcome.FieldChange change : receipt.changes()) {
			PageField field = fields.get(change.field());
			if (field != null) {
				lines.add(new ReceiptView.Line(page.heading(field, reader.language()),
						FieldFormatter.show(page.definition(field), change.before(), reader.locale()),
						FieldFormatter.show(page.definition(field), change.after(), reader.locale())));
			}
		}
		return lines;
	}

	private ResponseEntity<Content> message(HttpStatus status, LivePage page, Reader reader, String key,
			@Nullable String action) {
		Texts texts = reader.texts();
		Message message = Message.of(texts.get(key + ".title"), texts.get(key + ".text", page.tenant().name()));
		Message whole = (action != null) ? message.go(texts.get(action), reader.address(page)) : message;
		return answer(status, Kit.page(this.pages.frame(page, reader, message.heading()), whole));
	}

	private static ResponseEntity<Content> answer(HttpStatus status, Content content) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(content);
	}

}
