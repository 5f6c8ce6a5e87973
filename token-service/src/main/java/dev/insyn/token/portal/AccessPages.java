package dev.insyn.token.portal;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.insyn.pagekit.Frame;
import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
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

/// How a contact signs in, and where it is signed in: shown to itself, and ended by it.
@Controller
@RequestMapping("/portal/{tenant}/access")
class AccessPages {

	private static final String HERE = "/access";

	private final Visits visits;

	private final PortalSessions sessions;

	private final Devices devices;

	private final Passkeys passkeys;

	private final PasskeyForms forms;

	AccessPages(Visits visits, PortalSessions sessions, Devices devices, Passkeys passkeys, PasskeyForms forms) {
		this.visits = visits;
		this.sessions = sessions;
		this.devices = devices;
		this.passkeys = passkeys;
		this.forms = forms;
	}

	@GetMapping
	ResponseEntity<Content> show(@PathVariable String tenant, Caller caller,
			@RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String done,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		return this.sessions.contact(visit.tenant().id(), caller)
			.map((contact) -> draw(visit, contact, done, request))
			.orElseGet(() -> AddressPages.lead(visit.to(AddressPages.HERE)));
	}

	/// @param what `session`, `device` or `passkey`
	@PostMapping("/{what}/{id}")
	ResponseEntity<Content> end(@PathVariable String tenant, @PathVariable String what, @PathVariable String id,
			Caller caller, @RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
		Visit visit = this.visits.of(tenant, lang, languages);
		Optional<PortalCaller> contact = this.sessions.contact(visit.tenant().id(), caller);
		contact.ifPresent((own) -> {
			switch (what) {
				case "session" -> this.sessions.end(own.tenant(), own.contact(), id);
				case "device" -> this.devices.forget(own.tenant(), own.contact(), id);
				case "passkey" -> this.passkeys.remove(own.tenant(), own.contact(), id);
				default -> {
				}
			}
		});
		String done = "done=" + (List.of("device", "passkey").contains(what) ? what : "session");
		return AddressPages.lead(contact.isPresent() ? visit.to(HERE, done) : visit.to(AddressPages.HERE));
	}

	private ResponseEntity<Content> draw(Visit visit, PortalCaller caller, @Nullable String done,
			HttpServletRequest request) {
		Texts texts = visit.texts();
		TenantId tenant = visit.tenant().id();
		String here = PortalCookies.device(request, tenant).replaceFirst("\\..*", "");
		List<AccessView.Kept> running = this.sessions.of(tenant, caller.contact())
			.stream()
			.map((session) -> new AccessView.Kept(browser(texts, session.state().browser()),
					texts.get("access.since",
							time(visit, session.state().began())
									+ (session.id().equals(caller.session()) ? " · " + texts.get("access.this") : "")),
					session.id().equals(caller.session()) ? "" : visit.to(HERE + "/session/" + session.id())))
			.toList();
		List<AccessView.Kept> remembered = this.devices.of(tenant, caller.contact())
			.stream()
			.map((device) -> new AccessView.Kept(browser(texts, device.state().browser()),
					texts.get("access.used",
							time(visit, device.state().used())
									+ (device.id().equals(here) ? " · " + texts.get("access.this") : "")),
					visit.to(HERE + "/device/" + device.id())))
			.toList();
		List<AccessView.Kept> keys = this.passkeys.of(tenant, caller.contact())
			.stream()
			.map((passkey) -> new AccessView.Kept(browser(texts, passkey.state().browser()),
					texts.get("access.used", time(visit, passkey.state().used())),
					visit.to(HERE + "/passkey/" + passkey.id())))
			.toList();
		PasskeyForms.Asking asking = this.forms.creation(visit, caller.contact());
		AccessView view = new AccessView(texts, notices(texts, done), keys, asking.form(), remembered, running);
		Frame frame = new Frame(texts, texts.get("access.heading"), visit.brand(), visit.switches(HERE))
			.in(Place.of(texts, tenant.value(), Place.Where.ACCESS, visit.language()));
		return PasskeyForms.with(asking,
				PortalScreen.answer(HttpStatus.OK, visit, Kit.page(frame, Templates.access(view))));
	}

	private static List<Notice> notices(Texts texts, @Nullable String done) {
		return texts.find("access.done." + done)
			.map((words) -> List
				.of(Notice.of("passkey-failed".equals(done) ? Notice.Kind.WARNING : Notice.Kind.SUCCESS, words)))
			.orElse(List.of());
	}

	private static String browser(Texts texts, Browser browser) {
		if (browser.name().isEmpty()) {
			return texts.get("access.browser.unknown");
		}
		return browser.system().isEmpty() ? browser.name()
				: texts.get("access.browser", browser.name(), browser.system());
	}

	private static String time(Visit visit, java.time.Instant at) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(Locale.of(visit.texts().language(), visit.tenant().country()))
			.format(ZonedDateTime.ofInstant(at, visit.tenant().timeZone()));
	}

}
