package dev.insyn.page.portal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.insyn.page.contacts.ContactAway;
import dev.insyn.page.own.Reader;
import dev.insyn.page.session.OpenSessions;
import dev.insyn.page.session.SessionOver;
import dev.insyn.page.theme.Themes;
import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.LanguageLink;
import dev.insyn.pagekit.Message;
import dev.insyn.pagekit.Place;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The contact's own place, in the tenant's look. Whoever is not signed in to this tenant's portal, be it with a link's
/// token or with another tenant's, is led to the door.
@RestController
@RequestMapping(path = "/portal/{tenant}", produces = MediaType.TEXT_HTML_VALUE)
class PlaceController {

	private final OwnPlace place;

	private final OpenSessions sessions;

	private final Tenants tenants;

	private final Themes themes;

	private final TextBook book;

	PlaceController(OwnPlace place, OpenSessions sessions, Tenants tenants, Themes themes, TextBook book) {
		this.place = place;
		this.sessions = sessions;
		this.tenants = tenants;
		this.themes = themes;
		this.book = book;
	}

	@GetMapping
	ResponseEntity<Content> home(@PathVariable("tenant") String address, Caller caller,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		return visit(address, caller, lang, acceptLanguage, (contact, at) -> {
			try {
				Optional<PlaceView> view = this.place.home(contact, at.tenant(), at.reader());
				return view
					.map((known) -> answer(HttpStatus.OK, at, "", Place.Where.HOME, known.heading(),
							Templates.place(known)))
					.orElseGet(() -> message(HttpStatus.NOT_FOUND, at, "gone"));
			}
			catch (ContactAway away) {
				return message(HttpStatus.SERVICE_UNAVAILABLE, at, "away");
			}
		});
	}

	@GetMapping("/history")
	ResponseEntity<Content> history(@PathVariable("tenant") String address, Caller caller,
			@RequestParam(required = false) @Nullable Long before,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
		return visit(address, caller, lang, acceptLanguage, (contact, at) -> {
			PlaceView view = this.place.history(contact, at.tenant(), at.reader(), before);
			return answer(HttpStatus.OK, at, "/history", Place.Where.HISTORY, view.heading(), Templates.history(view));
		});
	}

	private ResponseEntity<Content> visit(String address, Caller caller, @Nullable String lang,
			@Nullable String acceptLanguage, BiFunction<PortalCaller, At, ResponseEntity<Content>> act) {
		if (!(caller instanceof PortalCaller contact) || !contact.tenant().value().equals(address)) {
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(door(address, lang))).build();
		}
		this.sessions.require(contact);
		Tenant tenant = this.tenants.get(contact.tenant());
		return act.apply(contact,
				new At(tenant, Reader.of(this.book, tenant, tenant.languages(), lang, acceptLanguage)));
	}

	private static String door(String address, @Nullable String lang) {
		return address.matches("[a-z0-9-]{2,40}") ? SessionOver.door(address, lang) : "/";
	}

	private ResponseEntity<Content> message(HttpStatus status, At at, String key) {
		Texts texts = at.reader().texts();
		Message message = Message.of(texts.get("own." + key + ".title"),
				texts.get("place." + key + ".text", at.tenant().name()));
		return answer(status, at, "", Place.Where.HOME, message.heading(), Kit.message(message));
	}

	private ResponseEntity<Content> answer(HttpStatus status, At at, String below, Place.Where where, String title,
			Content content) {
		Texts texts = at.reader().texts();
		String here = "/portal/" + at.tenant().id() + below;
		List<LanguageLink> languages = at.tenant()
			.languages()
			.stream()
			.map((language) -> new LanguageLink(language, here + "?lang=" + language,
					language.equals(texts.language())))
			.toList();
		Frame frame = new Frame(texts, title, this.themes.brand(at.tenant().id(), Themes.standard()), languages)
			.in(Place.of(texts, at.tenant().id().value(), where, at.reader().chosen() ? texts.language() : ""));
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.body(Kit.page(frame, content));
	}

	/// Where one is, and who reads.
	private record At(Tenant tenant, Reader reader) {
	}

}
