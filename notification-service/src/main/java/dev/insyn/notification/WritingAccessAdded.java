package dev.insyn.notification;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// Turns a queued mail about another way into the portal into a letter, to the address that the contact has at this moment.
@Component
class WritingAccessAdded {

	private final ContactAddresses addresses;

	private final TenantLook look;

	private final AccessAddedMail mail;

	WritingAccessAdded(ContactAddresses addresses, TenantLook look, AccessAddedMail mail) {
		this.addresses = addresses;
		this.look = look;
		this.mail = mail;
	}

	/// @throws NotDelivered if the contact is gone, or its address can't be had now
	Letter write(Tenant tenant, Email email) {
		String address = this.addresses.get(tenant.id(), email.use().contact());
		TenantLook.Colours colours = this.look.of(tenant.id(), email.use().page());
		return new Letter(tenant, address,
				this.mail.write(tenant, colours, AddedAccess.parse(email.recipient()), email.use().at()));
	}

}
