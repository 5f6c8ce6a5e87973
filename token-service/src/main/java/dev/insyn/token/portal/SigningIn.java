package dev.insyn.token.portal;

import java.net.URI;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.code.AccessCodes;
import dev.insyn.token.session.Browser;
import dev.insyn.token.signing.AccessToken;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Lets a contact in that has proved who it is: always with a session of its own, whatever the browser had before.
@Component
class SigningIn {

	private final PortalSessions sessions;

	private final AccessCodes codes;

	private final AskedAddresses addresses;

	private final Devices devices;

	private final Passkeys passkeys;

	private final PortalSettings settings;

	SigningIn(PortalSessions sessions, AccessCodes codes, AskedAddresses addresses, Devices devices, Passkeys passkeys,
			PortalSettings settings) {
		this.sessions = sessions;
		this.codes = codes;
		this.addresses = addresses;
		this.devices = devices;
		this.passkeys = passkeys;
		this.settings = settings;
	}

	boolean remembersDevices(Visit visit) {
		return this.settings.remembersDevices(visit.tenant().id());
	}

	/// @param remember whether the contact wants the device remembered
	ResponseEntity<Content> byCode(Visit visit, String challenge, String contact, boolean remember,
			HttpServletRequest request) {
		TenantId tenant = visit.tenant().id();
		PortalSessions.Begun begun = this.sessions
			.beginOnce(tenant, contact, browser(request), PortalWay.CODE, challenge)
			.orElse(null);
		if (begun == null) {
			return AddressPages.lead(visit.to(AddressPages.HERE));
		}
		String to = this.passkeys.offers(tenant, contact) ? PasskeyPages.OFFER : "";
		ResponseEntity.BodyBuilder answer = welcome(visit, begun.token(), to);
		if (remember && begun.first() && remembersDevices(visit)) {
			String device = this.devices.remember(tenant, contact, browser(request), visit.texts().language());
			answer.header(HttpHeaders.SET_COOKIE, PortalCookies.device(tenant, device, this.settings.devices()));
		}
		this.codes.close(tenant, challenge);
		this.addresses.forget(tenant, challenge);
		return answer.header(HttpHeaders.SET_COOKIE, PortalCookies.noChallenge(tenant)).build();
	}

	/// Begins a session and leads to the contact's own place.
	ResponseEntity.BodyBuilder welcome(Visit visit, String contact, PortalWay by, HttpServletRequest request) {
		return welcome(visit, this.sessions.begin(visit.tenant().id(), contact, browser(request), by), "");
	}

	private static ResponseEntity.BodyBuilder welcome(Visit visit, AccessToken token, String to) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(visit.to(to)))
			.header(HttpHeaders.SET_COOKIE, PortalCookies.session(token));
	}

	private static Browser browser(HttpServletRequest request) {
		return Browser.of(request.getHeader(HttpHeaders.USER_AGENT));
	}

}
