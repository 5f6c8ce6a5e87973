package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.TenantLook;
import dev.insyn.notification.template.CompiledTemplate;
import dev.insyn.notification.template.ContactsToMail;
import dev.insyn.notification.template.Templates;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// Finds out before a mailing is sent who would get it, and who not and why. Goes through the whole audience, as sending will.
@Component
class LookingAhead {

	private final MailingTools tools;

	private final Outlooks outlooks;

	private final ContactsToMail contacts;

	private final Templates templates;

	private final Tenants tenants;

	LookingAhead(MailingTools tools, Outlooks outlooks, ContactsToMail contacts, Templates templates, Tenants tenants) {
		this.tools = tools;
		this.outlooks = outlooks;
		this.contacts = contacts;
		this.templates = templates;
		this.tenants = tenants;
	}

	void look(Stored<Mailing> mine, String run, BooleanSupplier stopping) {
		CompiledTemplate compiled = new CompiledTemplate(this.templates.find(mine.tenant(), mine.state().template())
			.map(Stored::state)
			.orElseThrow(() -> NotDelivered.forGood("template-gone")));
		if (compiled.template().words().isEmpty()) {
			throw NotDelivered.forGood("template-unsound");
		}
		Consignment consignment = new Consignment(this.tenants.get(mine.tenant()), mine.id(), compiled, Map.of(),
				TenantLook.Colours.PLAIN);
		Outlook outlook = Outlook.begun(now());
		String after = null;
		do {
			Audiences.Page page = this.tools.audiences()
				.page(mine.tenant(), mine.state().audience(), after, ContactsToMail.AT_ONCE);
			for (ContactsToMail.Contact contact : page.contacts().isEmpty() ? List.<ContactsToMail.Contact>of()
					: this.contacts.ask(mine.tenant(), page.contacts(), compiled.contactFields(),
							mine.state().kind())) {
				Prepared leftOut = PreparingMails.leftOut(consignment, contact);
				outlook = (leftOut != null) ? outlook.without(leftOut)
						: outlook.with(PreparingMails.language(consignment, contact));
			}
			this.outlooks.keep(mine.tenant(), mine.id(), outlook);
			after = page.next();
			if (!stillWanted(mine, run) || stopping.getAsBoolean()) {
				return;
			}
		}
		while (after != null);
		this.outlooks.keep(mine.tenant(), mine.id(), outlook.complete(now()));
		this.tools.mailings()
			.change(mine.tenant(), mine.id(),
					(mailing) -> mailing.isLookedAtBy(run) ? Change.of(mailing.lookedAt()) : Change.unchanged(mailing));
	}

	/// Renews the lease.
	private boolean stillWanted(Stored<Mailing> mine, String run) {
		Mailing now = this.tools.mailings()
			.change(mine.tenant(), mine.id(), (mailing) -> mailing.isLookedAtBy(run)
					? Change.of(mailing.lookedAt(run, now().plus(this.tools.lease()))) : Change.unchanged(mailing))
			.state();
		return now.isLookedAtBy(run);
	}

	private Instant now() {
		return this.tools.clock().instant();
	}

}
