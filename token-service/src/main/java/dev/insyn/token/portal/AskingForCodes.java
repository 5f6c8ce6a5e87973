package dev.insyn.token.portal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.code.AccessCodes;
import dev.insyn.token.code.PacingCodes;
import dev.insyn.token.code.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Somebody types an address and wants a code. Who asks is answered at once, when the address rests here sealed; whose it
/// is, is found out behind the answer's back. So neither words nor time tell whether anybody has it.
@Component
class AskingForCodes {

	private static final Logger logger = LoggerFactory.getLogger(AskingForCodes.class);

	private final AccessCodes codes;

	private final PacingCodes pacing;

	private final AskedAddresses addresses;

	private final ContactDirectory contacts;

	private final Tenants tenants;

	AskingForCodes(AccessCodes codes, PacingCodes pacing, AskedAddresses addresses, ContactDirectory contacts,
			Tenants tenants) {
		this.codes = codes;
		this.pacing = pacing;
		this.addresses = addresses;
		this.contacts = contacts;
		this.tenants = tenants;
	}

	/// @param language in which whoever asks reads
	Asked ask(TenantId tenant, String address, String language) {
		Duration wait = this.pacing.take(tenant, this.addresses.drawer(tenant, address));
		if (!wait.isZero()) {
			return new Asked("", wait, Duration.ZERO);
		}
		String challenge = this.codes.open(tenant, Purpose.PORTAL, null, language);
		this.addresses.add(tenant, challenge, address, this.codes.lifetime());
		Thread.ofVirtual().name("portal-code").start(() -> lookUp(tenant, challenge));
		return new Asked(challenge, Duration.ZERO, this.codes.lifetime());
	}

	/// What nobody has looked up: after a crash, or while contact-service was away.
	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void sweep() {
		for (Tenant tenant : this.tenants.all()) {
			this.addresses.due(tenant.id()).forEach((challenge) -> lookUp(tenant.id(), challenge));
		}
	}

	private void lookUp(TenantId tenant, String challenge) {
		try {
			Optional<String> address = this.addresses.take(tenant, challenge);
			if (address.isPresent()) {
				List<String> found = this.contacts.withAddress(tenant, address.get());
				this.codes.send(tenant, challenge, found);
				this.addresses.done(tenant, challenge);
			}
		}
		catch (RuntimeException away) {
			logger.warn("A code for the portal of {} waits: {}", tenant, away.getClass().getSimpleName());
		}
	}

	/// @param challenge for the browser that asked; empty if it has to wait
	/// @param after which another code may be asked for with the address, whoever has it
	/// @param kept how long the challenge may be answered
	record Asked(String challenge, Duration after, Duration kept) {

		boolean isOpen() {
			return this.after.isZero();
		}

	}

}
