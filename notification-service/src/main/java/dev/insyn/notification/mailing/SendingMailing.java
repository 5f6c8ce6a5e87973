package dev.insyn.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.TenantLook;
import dev.insyn.notification.template.CompiledTemplate;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Templates;
import dev.insyn.notification.template.Senders;
import dev.insyn.notification.template.TemplateChecks;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Takes a mailing that is due and works on it until it is over, halted, or can't go on now.
@Component
class SendingMailing {

	private static final Logger log = LoggerFactory.getLogger(SendingMailing.class);

	private static final String STOPPING = "stopping";

	private final MailingTools tools;

	private final Words words;

	private final Senders senders;

	private final LookingAhead looking;

	SendingMailing(MailingTools tools, Words words, Senders senders, LookingAhead looking) {
		this.tools = tools;
		this.words = words;
		this.senders = senders;
		this.looking = looking;
	}

	/// @param stopping whether this instance is to end what it does
	void attempt(Stored<Mailing> seen, BooleanSupplier stopping) {
		Instant now = this.tools.clock().instant();
		if (seen.state().isDraft()) {
			String run = UUID.randomUUID().toString().substring(0, 8);
			this.tools.mailings()
				.takeDraft(seen, run, now.plus(this.tools.lease()), now)
				.ifPresent((mine) -> calmly(mine, () -> {
					this.looking.look(mine, run, stopping);
					if (stopping.getAsBoolean()) {
						throw NotDelivered.forNow(STOPPING);
					}
				}, (mailing) -> mailing.isLookedAtBy(run)));
		}
		else if (!seen.state().work().isOthersAlone(now)) {
			this.tools.mailings()
				.join(seen, now)
				.ifPresent((mine) -> calmly(mine, () -> send(mine, stopping), Mailing::isSending));
		}
	}

	private void calmly(Stored<Mailing> mine, Runnable work, Predicate<Mailing> isOurs) {
		try {
			work.run();
		}
		catch (NotDelivered halted) {
			halt(mine, isOurs, halted);
		}
		catch (RuntimeException unexpected) {
			log.warn("Mailing {} of {} stumbled: {}", mine.id(), mine.tenant(), unexpected.getClass().getName());
			halt(mine, isOurs, NotDelivered.forNow("unexpected"));
		}
	}

	private void send(Stored<Mailing> mine, BooleanSupplier stopping) {
		MailTemplate template = this.words.frozen(mine);
		CompiledTemplate compiled = new CompiledTemplate(template);
		this.words.check(mine, compiled);
		Instant now = this.tools.clock().instant();
		this.tools.mailings()
			.changeOnce(mine.tenant(), mine.id(), "started", (mailing) -> Change.of(mailing)
				.with(MailingMessaging.started(mine.tenant(), mine.id(), mailing, compiled.pages(), now)));
		Consignment consignment = new Consignment(this.words.tenant(mine), mine.id(), compiled,
				this.senders.fields(mine.tenant(), mine.state().by()), this.words.colours(mine, compiled));
		new MailingRun(this.tools, mine.state(), consignment, stopping).work();
	}

	/// What somebody has to mend pauses it; anything else is tried again soon.
	private void halt(Stored<Mailing> mine, Predicate<Mailing> isOurs, NotDelivered why) {
		Instant now = this.tools.clock().instant();
		log.info("Mailing {} of {} waits: {}", mine.id(), mine.tenant(), why.reason());
		this.tools.mailings().change(mine.tenant(), mine.id(), (mailing) -> {
			if (!isOurs.test(mailing)) {
				return Change.unchanged(mailing);
			}
			if (why.isPermanent() && !mailing.isDraft()) {
				return Change.of(mailing.paused(why.reason()))
					.with(MailingMessaging.paused(mine.tenant(), mine.id(), why.reason(), null, now));
			}
			return Change.of(mailing.released(why.isPermanent() ? null : now.plus(pause(why)), why.reason()));
		});
	}

	private Duration pause(NotDelivered why) {
		return why.reason().equals(STOPPING) ? Duration.ZERO : this.tools.retries().whileAway();
	}

	/// The words of mailings, and what goes with them.
	@Component
	static class Words {

		private final Mailings mailings;

		private final Templates templates;

		private final TemplateChecks checks;

		private final TenantLook look;

		private final Tenants tenants;

		Words(Mailings mailings, Templates templates, TemplateChecks checks, TenantLook look, Tenants tenants) {
			this.mailings = mailings;
			this.templates = templates;
			this.checks = checks;
			this.look = look;
			this.tenants = tenants;
		}

		/// As they were when the mailing began.
		MailTemplate frozen(Stored<Mailing> mine) {
			return this.mailings.words(mine.tenant(), mine.id())
				.orElseGet(() -> this.mailings.words(mine.tenant(), mine.id(), current(mine)));
		}

		/// As they are now.
		/// @throws NotDelivered for good if the template was deleted
		MailTemplate current(Stored<Mailing> mine) {
			return this.templates.find(mine.tenant(), mine.state().template())
				.map(Stored::state)
				.orElseThrow(() -> NotDelivered.forGood("template-gone"));
		}

		/// @throws NotDelivered for good if something in it has to be mended first
		void check(Stored<Mailing> mine, CompiledTemplate compiled) {
			if (!this.checks.check(mine.tenant(), compiled).isEmpty()) {
				throw NotDelivered.forGood("template-unsound");
			}
		}

		Tenant tenant(Stored<Mailing> mine) {
			return this.tenants.get(mine.tenant());
		}

		TenantLook.Colours colours(Stored<Mailing> mine, CompiledTemplate compiled) {
			return this.look.of(mine.tenant(), compiled.pages().stream().findFirst().orElse("-"));
		}

	}

}
