package dev.insyn.token.link;

import java.net.URI;
import java.util.Optional;

import dev.insyn.pagekit.Brand;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// What people see when they follow a link. Programs follow links too (mail scanners), so following one shows a brand
/// and a button; only pressing it opens the page.
@Controller
class LinkPages {

	static final String COOKIE = "__Host-insyn";

	private static final Brand NOBODY = Brand.named("Insyn");

	private final TextBook book = TextBook.with("/dev/insyn/token/texts/");

	private final OpeningLinks opening;

	private final Brands brands;

	LinkPages(OpeningLinks opening, Brands brands) {
		this.opening = opening;
		this.brands = brands;
	}

	@GetMapping("/l/{token}")
	ResponseEntity<Content> show(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Optional<Stored<Link>> link = find(token);
		if (link.filter(this.opening::works).isEmpty()) {
			return doesNotWork(link, languages);
		}
		Brands.PageBrand brand = brandOf(link.get());
		Texts texts = this.book.choose(languages, brand.languages());
		Message message = Message
			.of(texts.get("link.heading", brand.brand().name()), texts.get("link.what"), texts.get("link.private"))
			.post(texts.get("link.continue"), "/l/" + token);
		return page(HttpStatus.OK, texts, texts.get("link.title"), brand.brand(), message);
	}

	@PostMapping("/l/{token}")
	ResponseEntity<Content> open(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		try {
			OpeningLinks.Opened opened = this.opening.open(LinkToken.parse(token).orElseThrow(LinkDoesNotWork::new));
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create("/p/" + opened.page()))
				.header(HttpHeaders.SET_COOKIE, cookie(opened.token().value()))
				.build();
		}
		catch (LinkDoesNotWork gone) {
			return doesNotWork(find(token), languages);
		}
	}

	/// The same status and words for all links that don't work; the brand shows only who
	/// may send a new one.
	private ResponseEntity<Content> doesNotWork(Optional<Stored<Link>> link, @Nullable String languages) {
		Optional<Brands.PageBrand> brand = link.map(this::brandOf);
		Texts texts = this.book.choose(languages, brand.map(Brands.PageBrand::languages).orElse(TextBook.LANGUAGES));
		Message message = Message.of(texts.get("link.gone.heading"), texts.get("link.gone.why"),
				texts.get("link.gone.how"));
		return page(HttpStatus.NOT_FOUND, texts, texts.get("link.gone.heading"),
				brand.map(Brands.PageBrand::brand).orElse(NOBODY), message);
	}

	private Optional<Stored<Link>> find(String token) {
		return LinkToken.parse(token).flatMap(this.opening::look);
	}

	private Brands.PageBrand brandOf(Stored<Link> link) {
		return this.brands.of(link.tenant(), link.state().page());
	}

	private static ResponseEntity<Content> page(HttpStatus status, Texts texts, String title, Brand brand,
			Message message) {
		return ResponseEntity.status(status)
			.header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Kit.page(new Frame(texts, title, brand), message));
	}

	private static String cookie(String token) {
		return ResponseCookie.from(COOKIE, token)
			.path("/")
			.secure(true)
			.httpOnly(true)
			.sameSite("Lax")
			.build()
			.toString();
	}

}
