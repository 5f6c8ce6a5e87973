package dev.insyn.notification;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// Turns a queued mail with an access code into a letter: the code from token-service, the address from contact-service,
/// both at this moment.
@Component
class WritingAccessCodes {

	private final AccessCodes codes;

	private final ContactAddresses addresses;

	private final TenantLook look;

	private final AccessCodeMail mail;

	WritingAccessCodes(AccessCodes codes, ContactAddresses addresses, TenantLook look, AccessCodeMail mail) {
		this.codes = codes;
		this.addresses = addresses;
		this.look = look;
		this.mail = mail;
	}

	/// @throws NotDelivered if the code is not wanted any more, or can't be had now
	Letter write(Tenant tenant, Email email) {
		AccessCodes.Code code = this.codes.find(tenant.id(), email.recipient())
			.orElseThrow(() -> NotDelivered.forGood("no-longer-wanted"));
		String address = this.addresses.get(tenant.id(), email.use().contact());
		TenantLook.Colours colours = this.look.of(tenant.id(), email.use().page());
		return new Letter(tenant, address, this.mail.write(tenant, colours, code));
	}

}
