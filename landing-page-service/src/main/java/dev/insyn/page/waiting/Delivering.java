package dev.insyn.page.waiting;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.Outcome;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Delivers what waits, as soon as contact-service answers again. A crash between delivery and forgetting delivers the
/// same update again, under the same key, which changes nothing.
@Component
class Delivering {

	private static final Logger logger = LoggerFactory.getLogger(Delivering.class);

	private static final int AT_A_TIME = 50;

	private final WaitingUpdates waiting;

	private final ContactService contacts;

	private final Tenants tenants;

	private final Clock clock;

	private final Duration failuresFor;

	/// @param failuresFor how long contact-service may answer an update with failures
	/// before it is given up
	Delivering(WaitingUpdates waiting, ContactService contacts, Tenants tenants, Clock clock,
			@Value("${insyn.landing-page.give-up-after:3d}") Duration failuresFor) {
		this.waiting = waiting;
		this.contacts = contacts;
		this.tenants = tenants;
		this.clock = clock;
		this.failuresFor = failuresFor;
	}

	@Scheduled(fixedDelayString = "${insyn.landing-page.delivery-interval:500}")
	void deliver() {
		this.tenants.all().forEach((tenant) -> deliver(tenant.id()));
	}

	@Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
	void purge() {
		this.waiting.purge();
	}

	/// The first contact without an answer ends the round: the others would not get one
	/// either.
	private void deliver(TenantId tenant) {
		try {
			for (String contact : this.waiting.due(tenant, AT_A_TIME)) {
				Optional<ContactQueue> queue = this.waiting.lease(tenant, contact);
				if (queue.isPresent() && !deliver(tenant, contact, queue.get())) {
					return;
				}
			}
		}
		catch (RuntimeException trouble) {
			logger.warn("Delivery of waiting updates of tenant {} stopped: {}", tenant,
					trouble.getClass().getSimpleName());
		}
	}

	/// @return false if contact-service does not answer
	private boolean deliver(TenantId tenant, String contact, ContactQueue leased) {
		ContactQueue queue = leased;
		while (queue.first().isPresent()) {
			WaitingUpdate update = queue.first().get();
			Outcome outcome = this.contacts.deliver(tenant, contact, update.key(), update.sealed(), update.follows());
			switch (outcome) {
				case Outcome.Away away when away.failing() -> {
					return failed(tenant, contact, update);
				}
				case Outcome.Away _ -> {
					this.waiting.postponed(tenant, contact);
					return false;
				}
				case Outcome.Applied _ -> queue = this.waiting.delivered(tenant, contact, update);
				case Outcome.Conflict _ -> queue = refused(tenant, contact, update, "field-conflict");
				case Outcome.Invalid _ -> queue = refused(tenant, contact, update, "invalid-fields");
				case Outcome.Refused refused when maybeLater(refused.status()) -> {
					this.waiting.postponed(tenant, contact);
					return true;
				}
				case Outcome.Refused refused -> queue = refused(tenant, contact, update,
						(refused.status() == 404) ? "contact-gone" : refused.reason());
			}
		}
		this.waiting.free(tenant, contact);
		return true;
	}

	/// An update that only ever brings contact-service to fall is told as not saved in
	/// the end, lest it hold up those
	/// behind it for good. An absent contact-service is waited for without end.
	private boolean failed(TenantId tenant, String contact, WaitingUpdate update) {
		if (this.waiting.failed(tenant, contact).hasFailedFor(this.failuresFor, this.clock.instant())) {
			ContactQueue unused = refused(tenant, contact, update, "cannot-be-applied");
			this.waiting.free(tenant, contact);
		}
		return true;
	}

	/// 401 and 403 speak of our own credentials, not of the update.
	private static boolean maybeLater(int status) {
		return status == 401 || status == 403 || status == 408;
	}

	private ContactQueue refused(TenantId tenant, String contact, WaitingUpdate update, String reason) {
		logger.info("Update of page {} received at {} was refused: {}", update.page(), update.receivedAt(), reason);
		return this.waiting.refused(tenant, contact, update, reason);
	}

}
