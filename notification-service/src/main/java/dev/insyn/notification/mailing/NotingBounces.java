package dev.insyn.notification.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.insyn.notification.bounce.Bounce;
import dev.insyn.notification.bounce.HearingBounces;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// A mail of a mailing came back. Who has answered it has got it, whatever a report says; and what is known to have failed
/// stays as it is, so that a report that comes again changes nothing.
@Component
class NotingBounces implements HearingBounces {

	static final String BOUNCED = "bounced";

	static final String GIVEN_UP = "given-up";

	private final Recipients recipients;

	private final Clock clock = Clock.systemUTC();

	NotingBounces(Recipients recipients) {
		this.recipients = recipients;
	}

	@Override
	public void cameBack(TenantId tenant, String mail, Bounce bounce) {
		this.recipients.byMail(tenant, mail)
			.ifPresent((found) -> this.recipients.change(tenant, found.mailing(), List.of(found.contact()),
					(recipient) -> recipient.canBounce() ? failed(tenant, recipient, bounce)
							: Change.unchanged(recipient)));
	}

	private Change<Recipient> failed(TenantId tenant, Recipient recipient, Bounce bounce) {
		Instant now = this.clock.instant();
		String said = (bounce.words() != null) ? bounce.words() : bounce.status();
		Recipient failed = recipient.failed(bounce.isPermanent() ? BOUNCED : GIVEN_UP, said, now);
		return Change.of(failed).with(MailingMessaging.bounced(tenant, failed, recipient.at(), bounce.status(), now));
	}

}
