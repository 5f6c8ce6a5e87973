package dev.insyn.notification;

import java.time.Clock;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// A contact changes its e-mail address: the new one gets a code, the old one is told. Neither address waits here.
@Component
class TellingContacts {

	private final Emails emails;

	private final EmailDispatcher dispatcher;

	private final Clock clock = Clock.systemUTC();

	TellingContacts(Emails emails, EmailDispatcher dispatcher) {
		this.emails = emails;
		this.dispatcher = dispatcher;
	}

	/// @param change the id of the address change, under which contact-service knows the
	/// address
	void of(TenantId tenant, EmailKind kind, PageUse use, String change) {
		this.emails.queue(tenant, Email.queued(kind, use, change, this.clock.instant()));
		this.dispatcher.wake();
	}

}
