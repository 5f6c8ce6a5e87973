package dev.insyn.notification;

import dev.insyn.platform.tenancy.Tenant;

import org.springframework.stereotype.Component;

/// Turns a queued mail of an address change into a letter, with what contact-service knows at this moment.
@Component
class WritingToContacts {

	private final EmailChanges changes;

	private final TenantLook look;

	private final EmailChangeMail mail;

	WritingToContacts(EmailChanges changes, TenantLook look, EmailChangeMail mail) {
		this.changes = changes;
		this.look = look;
		this.mail = mail;
	}

	/// @throws NotDelivered if there is nothing to mail any more, or it can't be had now
	Letter write(Tenant tenant, Email email) {
		EmailChanges.Facts facts = this.changes
			.find(tenant.id(), email.kind(), email.use().contact(), email.recipient())
			.orElseThrow(() -> NotDelivered.forGood("no-longer-wanted"));
		TenantLook.Colours colours = this.look.of(tenant.id(), email.use().page());
		return new Letter(tenant, facts.address(), (email.kind() == EmailKind.EMAIL_CODE)
				? this.mail.code(tenant, colours, facts) : this.mail.changed(tenant, colours, facts));
	}

}
