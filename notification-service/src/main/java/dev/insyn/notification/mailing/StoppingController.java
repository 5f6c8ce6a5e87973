package dev.insyn.notification.mailing;

import java.util.Optional;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// Where a contact objects to marketing, by the mail program's own button (RFC 8058) or by a page that asks once. Looking
/// changes nothing: mail scanners look too.
@Controller
class StoppingController {

	static final String PATH = "/unsubscribe/";

	private final StopToken tokens;

	private final Objections objections;

	private final Brands brands;

	private final Tenants tenants;

	private final TextBook book = TextBook.with("/dev/insyn/notification/texts/");

	StoppingController(StopToken tokens, Objections objections, Brands brands, Tenants tenants) {
		this.tokens = tokens;
		this.objections = objections;
		this.brands = brands;
		this.tenants = tenants;
	}

	@GetMapping(path = PATH + "{token}", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Content> ask(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		return this.tokens.read(token).map((stop) -> {
			Tenant tenant = this.tenants.get(stop.tenant());
			Texts texts = this.book.choose(languages, tenant.languages());
			return page(HttpStatus.OK, texts, this.brands.of(tenant),
					Message.of(texts.get("stop.ask.heading", tenant.name()), texts.get("stop.ask.what", tenant.name()))
						.post(texts.get("stop.ask.button"), PATH + token)
						.note(texts.get("stop.ask.note")));
		}).orElseGet(() -> unknown(languages));
	}

	/// Also what a mail program posts by itself when its reader presses *unsubscribe*: no
	/// cookie, no origin.
	@PostMapping(PATH + "{token}")
	ResponseEntity<Content> stop(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Optional<StopToken.Stop> stop = this.tokens.read(token);
		if (stop.isEmpty()) {
			return unknown(languages);
		}
		this.objections.make(stop.get());
		Tenant tenant = this.tenants.get(stop.get().tenant());
		Texts texts = this.book.choose(languages, tenant.languages());
		return page(HttpStatus.OK, texts, this.brands.of(tenant), Message.of(texts.get("stop.done.heading"),
				texts.get("stop.done.what", tenant.name()), texts.get("stop.done.back")));
	}

	private ResponseEntity<Content> unknown(@Nullable String languages) {
		Texts texts = this.book.choose(languages, TextBook.LANGUAGES);
		return page(HttpStatus.NOT_FOUND, texts, Brand.named("Insyn"),
				Message.of(texts.get("stop.unknown.heading"), texts.get("stop.unknown.what")));
	}

	private static ResponseEntity<Content> page(HttpStatus status, Texts texts, Brand brand, Message message) {
		return ResponseEntity.status(status)
			.contentType(MediaType.TEXT_HTML)
			.header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Kit.page(new Frame(texts, message.heading(), brand), message));
	}

}
