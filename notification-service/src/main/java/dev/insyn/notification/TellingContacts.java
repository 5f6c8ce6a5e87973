package dev.insyn.notification;

import java.time.Clock;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// A contact gets a mail of its own: a code, or that its address was changed. No address waits here.
@Component
class TellingContacts {

	private final Emails emails;

	private final EmailDispatcher dispatcher;

	private final Clock clock = Clock.systemUTC();

	TellingContacts(Emails emails, EmailDispatcher dispatcher) {
		this.emails = emails;
		this.dispatcher = dispatcher;
	}

	/// @param about the id of the address change or of the code's challenge, under which
	/// the service that told of it knows the rest
	void of(TenantId tenant, EmailKind kind, PageUse use, String about) {
		this.emails.queue(tenant, Email.queued(kind, use, about, this.clock.instant()));
		this.dispatcher.wake();
	}

}
