package dev.insyn.token.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.code.AccessCodes;
import dev.insyn.token.code.Entered;
import dev.insyn.token.code.Purpose;
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

/// Where the code is entered, and, where several contacts share the address, one of them chosen. The challenge is in a
/// cookie of the browser that asked, so a code is of no use elsewhere.
@Controller
@RequestMapping("/portal/{tenant}/sign-in")
class EnteringCodes {

	private static final String CHOOSE = AddressPages.HERE + "/choose";

	private final Visits visits;

	private final AccessCodes codes;

	private final AskedAddresses addresses;

	private final ContactDirectory contacts;

	private final SigningIn signingIn;

	private final CodeEntryScreen screen;

	EnteringCodes(Visits visits, AccessCodes codes, AskedAddresses addresses, ContactDirectory contacts,
			SigningIn signingIn, CodeEntryScreen screen) {
		this.screen = screen;
		this.visits = visits;
		this.codes = codes;
		this.addresses = addresses;
		this.contacts = contacts;
		this.signingIn = signingIn;
	}

	@GetMapping("/code")
	ResponseEntity<Content> show(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		return this.addresses.find(visit.tenant().id(), PortalCookies.challenge(request, visit.tenant().id()))
			.map((address) -> this.screen.show(visit, address))
			.orElseGet(() -> AddressPages.lead(visit.to(AddressPages.HERE)));
	}

	@PostMapping("/code")
	ResponseEntity<Content> enter(@PathVariable String tenant, @RequestParam(defaultValue = "") String code,
			@RequestParam(required = false) @Nullable String remember,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		TenantId id = visit.tenant().id();
		String challenge = PortalCookies.challenge(request, id);
		if (code.isBlank()) {
			return again(visit, challenge, visit.texts().get("portal.code.missing"));
		}
		AccessCodes.Answer answer = this.codes.enter(id, Purpose.PORTAL, challenge, code);
		if (answer.outcome() != Entered.RIGHT) {
			return again(visit, challenge, problem(visit.texts(), answer));
		}
		boolean remembered = remember != null;
		return (answer.contacts().size() == 1)
				? this.signingIn.byCode(visit, challenge, answer.contacts().getFirst(), remembered, request)
				: AddressPages.lead(choose(visit, remembered));
	}

	@GetMapping("/choose")
	ResponseEntity<Content> choose(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String remember,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		List<String> proven = proven(visit, request);
		if (proven.isEmpty()) {
			return AddressPages.lead(visit.to(AddressPages.HERE));
		}
		Texts texts = visit.texts();
		List<PortalView.Choice> choices = new ArrayList<>();
		for (String contact : proven) {
			this.contacts.named(visit.tenant().id(), contact).ifPresent((known) -> choices.add(choice(texts, known)));
		}
		String action = choose(visit, remember != null);
		PortalView view = new PortalView(texts, List.of(), List.of(), texts.get("portal.choose"),
				List.of(texts.get("portal.choose.text")), List.of(PortalView.Form.of(action, "").choosing(choices)),
				null);
		return PortalScreen.show(HttpStatus.OK, visit, CHOOSE, view);
	}

	private static String choose(Visit visit, boolean remember) {
		return remember ? visit.to(CHOOSE, "remember=1") : visit.to(CHOOSE);
	}

	/// Nobody but those that the code proved can be chosen.
	@PostMapping("/choose")
	ResponseEntity<Content> chosen(@PathVariable String tenant, @RequestParam(defaultValue = "") String contact,
			@RequestParam(required = false) @Nullable String remember,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		if (!proven(visit, request).contains(contact)) {
			return AddressPages.lead(visit.to(AddressPages.HERE));
		}
		return this.signingIn.byCode(visit, PortalCookies.challenge(request, visit.tenant().id()), contact,
				remember != null, request);
	}

	private List<String> proven(Visit visit, HttpServletRequest request) {
		TenantId tenant = visit.tenant().id();
		return this.codes.proven(tenant, Purpose.PORTAL, PortalCookies.challenge(request, tenant));
	}

	private static PortalView.Choice choice(Texts texts, ContactDirectory.Named known) {
		String name = known.name().isBlank() ? texts.get("portal.choose.nameless") : known.name();
		return new PortalView.Choice(known.contact(), name, "");
	}

	private ResponseEntity<Content> again(Visit visit, String challenge, String problem) {
		Optional<String> address = this.addresses.find(visit.tenant().id(), challenge);
		return address.map((typed) -> this.screen.refused(visit, typed, problem))
			.orElseGet(() -> AddressPages.lead(visit.to(AddressPages.HERE)));
	}

	private static String problem(Texts texts, AccessCodes.Answer answer) {
		return switch (answer.outcome()) {
			case WRONG -> texts.count("portal.code.wrong", answer.triesLeft());
			case TOO_MANY_TRIES -> texts.get("portal.code.too-many");
			case EXPIRED, RIGHT -> texts.get("portal.code.expired");
		};
	}

}
