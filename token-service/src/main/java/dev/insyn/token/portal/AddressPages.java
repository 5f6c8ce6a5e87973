package dev.insyn.token.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.Texts;
import dev.insyn.platform.tenancy.TenantId;
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

/// The portal's door: an address is typed, and the browser led to where the code is entered. Whoever's address it is, and
/// if it is nobody's, the answer is the same.
@Controller
@RequestMapping("/portal/{tenant}/sign-in")
class AddressPages {

	static final String HERE = "/sign-in";

	static final String CODE = HERE + "/code";

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

	private final Visits visits;

	private final AskingForCodes asking;

	private final AskedAddresses addresses;

	private final Devices devices;

	private final PasskeyForms passkeys;

	private final CodeEntryScreen codeScreen;

	AddressPages(Visits visits, AskingForCodes asking, AskedAddresses addresses, Devices devices, PasskeyForms passkeys,
			CodeEntryScreen codeScreen) {
		this.visits = visits;
		this.asking = asking;
		this.addresses = addresses;
		this.codeScreen = codeScreen;
		this.devices = devices;
		this.passkeys = passkeys;
	}

	@GetMapping
	ResponseEntity<Content> show(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			@RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
			@RequestParam(required = false) @Nullable String passkey,
			@RequestParam(required = false) @Nullable String forgotten,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		TenantId id = visit.tenant().id();
		List<Notice> notices = new ArrayList<>();
		if (signedOut != null) {
			notices.add(Notice.of(Notice.Kind.INFO, visit.texts().get("portal.signed-out")));
		}
		if (forgotten != null) {
			notices.add(Notice.of(Notice.Kind.SUCCESS, visit.texts().get("access.done.device")));
		}
		if (passkey != null) {
			notices.add(Notice.of(Notice.Kind.WARNING, visit.texts().get("passkey.refused")));
		}
		return this.devices.knows(id, PortalCookies.device(request, id)) ? remembered(visit, notices)
				: form(HttpStatus.OK, visit, "", null, notices);
	}

	@PostMapping
	ResponseEntity<Content> ask(@PathVariable String tenant, @RequestParam(defaultValue = "") String email,
			@RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		String address = email.strip();
		if (!ADDRESS.matcher(address).matches()) {
			String problem = visit.texts().get(address.isEmpty() ? "portal.email.missing" : "portal.email.odd");
			return form(HttpStatus.UNPROCESSABLE_CONTENT, visit, (address.length() > 254) ? "" : address, problem,
					List.of());
		}
		return ask(visit, address, asked(visit, request).filter(address::equalsIgnoreCase).isPresent());
	}

	/// Another code for the address that this browser typed.
	@PostMapping("/again")
	ResponseEntity<Content> again(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		return asked(visit, request).map((address) -> ask(visit, address, true)).orElseGet(() -> lead(visit.to(HERE)));
	}

	/// The address that this browser waits for a code with.
	private Optional<String> asked(Visit visit, HttpServletRequest request) {
		TenantId tenant = visit.tenant().id();
		return this.addresses.find(tenant, PortalCookies.challenge(request, tenant));
	}

	/// @param waiting whether this browser has asked with the address before, and waits
	private ResponseEntity<Content> ask(Visit visit, String address, boolean waiting) {
		AskingForCodes.Asked asked = this.asking.ask(visit.tenant().id(), address, visit.texts().language());
		if (!asked.isOpen()) {
			String problem = visit.texts().get("portal.wait", PortalScreen.inWords(visit.texts(), asked.after()));
			ResponseEntity<Content> answer = waiting ? this.codeScreen.tooSoon(visit, address, problem)
					: form(HttpStatus.TOO_MANY_REQUESTS, visit, address, problem, List.of());
			return ResponseEntity.status(answer.getStatusCode())
				.headers(answer.getHeaders())
				.header(HttpHeaders.RETRY_AFTER, Long.toString(asked.after().toSeconds() + 1))
				.body(answer.getBody());
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(visit.to(CODE)))
			.header(HttpHeaders.SET_COOKIE,
					PortalCookies.challenge(visit.tenant().id(), asked.challenge(), asked.kept()))
			.build();
	}

	private ResponseEntity<Content> form(HttpStatus status, Visit visit, String typed, @Nullable String problem,
			List<Notice> notices) {
		Texts texts = visit.texts();
		PasskeyForms.Asking asking = this.passkeys.request(visit);
		PortalView view = new PortalView(texts, PortalScreen.summary("email", problem), notices,
				texts.get("portal.heading", visit.brand().name()), List.of(texts.get("portal.what")),
				List.of(PortalView.Form.of(visit.to(HERE), texts.get("portal.send"))
					.asking(PortalScreen.address(texts, typed, problem)), asking.form()),
				null);
		return PasskeyForms.with(asking, PortalScreen.show(status, visit, HERE, view));
	}

	/// A device that is remembered is let in by a button; who it is, is not said before.
	private ResponseEntity<Content> remembered(Visit visit, List<Notice> notices) {
		Texts texts = visit.texts();
		PasskeyForms.Asking asking = this.passkeys.request(visit);
		PortalView view = new PortalView(texts, List.of(), notices, texts.get("portal.back.heading"), List.of(),
				List.of(PortalView.Form.of(visit.to(HERE + "/device"), texts.get("portal.back")), asking.form(),
						PortalView.Form.of(visit.to(HERE), texts.get("portal.send"))
							.headed(texts.get("portal.back.other"), texts.get("portal.what"))
							.asking(PortalScreen.address(texts, "", null))
							.quiet(),
						PortalView.Form.of(visit.to(HERE + "/device/forgotten"), texts.get("portal.forget"))
							.headed(texts.get("portal.forget.heading"), texts.get("portal.forget.text"))
							.quiet()),
				null);
		return PasskeyForms.with(asking, PortalScreen.show(HttpStatus.OK, visit, HERE, view));
	}

	static ResponseEntity<Content> lead(String address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
	}

}
