package dev.insyn.token.portal;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.insyn.pagekit.Place;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.PortalCaller;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.session.Browser;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A passkey is offered after the first sign-in, added, and used at the door. The challenge is in a cookie of the browser
/// that was asked, so an answer is of no use elsewhere.
@Controller
@RequestMapping("/portal/{tenant}")
class PasskeyPages {

	static final String OFFER = "/access/offer";

	private final Visits visits;

	private final Passkeys passkeys;

	private final PortalSessions sessions;

	private final SigningIn signingIn;

	private final PasskeyForms forms;

	PasskeyPages(Visits visits, Passkeys passkeys, PortalSessions sessions, SigningIn signingIn, PasskeyForms forms) {
		this.visits = visits;
		this.passkeys = passkeys;
		this.sessions = sessions;
		this.signingIn = signingIn;
		this.forms = forms;
	}

	@GetMapping(OFFER)
	ResponseEntity<Content> offer(@PathVariable String tenant, Caller caller,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Visit visit = this.visits.of(tenant, lang, languages);
		Optional<PortalCaller> contact = this.sessions.contact(visit.tenant().id(), caller);
		if (contact.isEmpty()) {
			return AddressPages.lead(visit.to(AddressPages.HERE));
		}
		Texts texts = visit.texts();
		PasskeyForms.Asking asking = this.forms.creation(visit, contact.get().contact());
		PortalView view = new PortalView(texts, List.of(), List.of(), texts.get("passkey.offer"),
				List.of(texts.get("passkey.offer.text")), List.of(asking.form()),
				new PortalView.Way(texts.get("passkey.offer.later"), visit.to("")));
		return PasskeyForms.with(asking, PortalScreen.show(HttpStatus.OK, visit, OFFER, view, Place.Where.ACCESS));
	}

	@PostMapping("/access/passkey")
	ResponseEntity<Content> add(@PathVariable String tenant, Caller caller,
			@RequestParam(defaultValue = "") String credential, @RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		TenantId id = visit.tenant().id();
		return this.sessions.contact(id, caller).map((contact) -> {
			boolean added = this.passkeys.add(id, contact.contact(), PortalCookies.passkey(request, id), credential,
					Browser.of(request.getHeader(HttpHeaders.USER_AGENT)), visit.texts().language());
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create(visit.to("/access", "done=" + (added ? "passkey-added" : "passkey-failed"))))
				.header(HttpHeaders.SET_COOKIE, PortalCookies.noPasskey(id))
				.<Content>build();
		}).orElseGet(() -> AddressPages.lead(visit.to(AddressPages.HERE)));
	}

	@PostMapping("/sign-in/passkey")
	ResponseEntity<Content> signIn(@PathVariable String tenant, @RequestParam(defaultValue = "") String credential,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		TenantId id = visit.tenant().id();
		return this.passkeys.use(id, PortalCookies.passkey(request, id), credential)
			.map((contact) -> this.signingIn.welcome(visit, contact, PortalWay.PASSKEY, request)
				.header(HttpHeaders.SET_COOKIE, PortalCookies.noPasskey(id))
				.<Content>build())
			.orElseGet(() -> AddressPages.lead(visit.to(AddressPages.HERE, "passkey=refused")));
	}

}
