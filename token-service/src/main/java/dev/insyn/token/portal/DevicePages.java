package dev.insyn.token.portal;

import java.net.URI;

import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// A remembered device signs its contact in. It takes a press of a button: a request alone begins nothing.
@Controller
class DevicePages {

	private final Visits visits;

	private final Devices devices;

	private final SigningIn signingIn;

	private final PortalSettings settings;

	DevicePages(Visits visits, Devices devices, SigningIn signingIn, PortalSettings settings) {
		this.visits = visits;
		this.devices = devices;
		this.signingIn = signingIn;
		this.settings = settings;
	}

	@PostMapping("/portal/{tenant}/sign-in/device")
	ResponseEntity<Content> signIn(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, languages);
		TenantId id = visit.tenant().id();
		return this.devices.use(id, PortalCookies.device(request, id))
			.map((used) -> this.signingIn.welcome(visit, used.contact(), PortalWay.DEVICE, request)
				.header(HttpHeaders.SET_COOKIE, PortalCookies.device(id, used.kept(), this.settings.devices()))
				.<Content>build())
			.orElseGet(() -> AddressPages.lead(visit.to(AddressPages.HERE)));
	}

	/// Whoever sits at the device may have it forgotten, also when it is somebody else's
	/// sign-in that it remembers.
	@PostMapping("/portal/{tenant}/sign-in/device/forgotten")
	ResponseEntity<Content> forget(@PathVariable String tenant, @RequestParam(required = false) @Nullable String lang,
			HttpServletRequest request) {
		Visit visit = this.visits.of(tenant, lang, null);
		TenantId id = visit.tenant().id();
		this.devices.forget(id, PortalCookies.device(request, id));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(visit.to(AddressPages.HERE, "forgotten")))
			.header(HttpHeaders.SET_COOKIE, PortalCookies.noDevice(id))
			.build();
	}

}
