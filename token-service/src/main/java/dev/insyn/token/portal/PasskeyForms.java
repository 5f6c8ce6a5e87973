package dev.insyn.token.portal;

import dev.insyn.platform.tenancy.TenantId;
import gg.jte.Content;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Forms that a script fills in with what the browser's authenticator says. Without one they are not there.
@Component
class PasskeyForms {

	private final PasskeyCeremony ceremony;

	private final PasskeyChallenges challenges;

	private final Passkeys passkeys;

	private final ContactDirectory contacts;

	PasskeyForms(PasskeyCeremony ceremony, PasskeyChallenges challenges, Passkeys passkeys, ContactDirectory contacts) {
		this.ceremony = ceremony;
		this.challenges = challenges;
		this.passkeys = passkeys;
		this.contacts = contacts;
	}

	/// Adds a passkey.
	Asking creation(Visit visit, String contact) {
		TenantId tenant = visit.tenant().id();
		String challenge = this.challenges.next(tenant);
		String options = this.ceremony.creation(visit.tenant(), contact, name(tenant, contact), challenge,
				this.passkeys.of(tenant, contact).stream().map((known) -> known.state().credential()).toList());
		return new Asking(PortalView.Form.of(visit.to("/access/passkey"), visit.texts().get("passkey.add"))
			.by(new PortalView.Passkey("create", options)), PortalCookies.passkey(tenant, challenge));
	}

	/// Signs in with one.
	Asking request(Visit visit) {
		TenantId tenant = visit.tenant().id();
		String challenge = this.challenges.next(tenant);
		return new Asking(PortalView.Form.of(visit.to("/sign-in/passkey"), visit.texts().get("passkey.use"))
			.by(new PortalView.Passkey("get", this.ceremony.request(challenge)))
			.quiet(), PortalCookies.passkey(tenant, challenge));
	}

	static ResponseEntity<Content> with(Asking asking, ResponseEntity<Content> page) {
		return ResponseEntity.status(page.getStatusCode())
			.headers(page.getHeaders())
			.header(HttpHeaders.SET_COOKIE, asking.cookie())
			.body(page.getBody());
	}

	/// What the device shows beside the passkey.
	private String name(TenantId tenant, String contact) {
		try {
			return this.contacts.named(tenant, contact).map(ContactDirectory.Named::name).orElse("");
		}
		catch (RestClientException away) {
			return "";
		}
	}

	/// @param cookie that holds the form's challenge, as a header's value
	record Asking(PortalView.Form form, String cookie) {
	}

}
