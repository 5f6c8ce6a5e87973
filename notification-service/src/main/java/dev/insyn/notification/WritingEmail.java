package dev.insyn.notification;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Turns a queued mail into a letter with an address and words.
@Component
class WritingEmail {

	private static final Logger log = LoggerFactory.getLogger(WritingEmail.class);

	private final Tenants tenants;

	private final Pages pages;

	private final ContactNames names;

	private final PageUsedMail mail;

	private final WritingToContacts toContacts;

	private final WritingAccessCodes accessCodes;

	private final WritingFreshLinks freshLinks;

	private final WritingAccessAdded accessAdded;

	private final WritingDigests digests;

	WritingEmail(Tenants tenants, Pages pages, ContactNames names, PageUsedMail mail, WritingToContacts toContacts,
			WritingAccessCodes accessCodes, WritingFreshLinks freshLinks, WritingAccessAdded accessAdded,
			WritingDigests digests) {
		this.accessAdded = accessAdded;
		this.tenants = tenants;
		this.pages = pages;
		this.names = names;
		this.mail = mail;
		this.toContacts = toContacts;
		this.accessCodes = accessCodes;
		this.freshLinks = freshLinks;
		this.digests = digests;
	}

	/// @throws NotDelivered if the contact or the recipient is gone, or what is needed
	/// can't be had now
	Letter write(TenantId tenantId, Email email) {
		try {
			Tenant tenant = this.tenants.get(tenantId);
			return switch (email.kind()) {
				case PAGE_USED -> toUser(tenant, email);
				case EMAIL_CODE, EMAIL_CHANGED -> this.toContacts.write(tenant, email);
				case ACCESS_CODE -> this.accessCodes.write(tenant, email);
				case ACCESS_ADDED -> this.accessAdded.write(tenant, email);
				case FRESH_LINK -> this.freshLinks.write(tenant, email);
				case ACTIVITY_DIGEST -> this.digests.write(tenant, email);
			};
		}
		catch (NotDelivered known) {
			throw known;
		}
		catch (RuntimeException unexpected) {
			log.warn("A mail of {} could not be written: {}", tenantId, unexpected.getClass().getName());
			throw NotDelivered.forNow("unwritten");
		}
	}

	private Letter toUser(Tenant tenant, Email email) {
		PageRules rules = this.pages.rules(tenant.id(), email.use().page());
		String address = rules.recipientsById().get(email.recipient());
		if (address == null) {
			throw NotDelivered.forGood("recipient-removed");
		}
		String name = this.names.find(tenant.id(), email.use().contact())
			.orElseThrow(() -> NotDelivered.forGood("contact-gone"));
		return new Letter(tenant, address, this.mail.write(tenant, rules, email.use(), name));
	}

}
