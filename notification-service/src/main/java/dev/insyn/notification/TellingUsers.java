package dev.insyn.notification;

import java.time.Clock;
import java.time.Instant;

import dev.insyn.notification.activity.Activities;
import dev.insyn.notification.activity.Activity;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// A contact used a page: its users get a mail, and the activity that the page's rule says is created. Every step can be
/// repeated, so a crash in the middle is made good by the event's next delivery.
@Component
class TellingUsers {

	private final Tenants tenants;

	private final Pages pages;

	private final Emails emails;

	private final Activities activities;

	private final EmailDispatcher dispatcher;

	private final Clock clock = Clock.systemUTC();

	TellingUsers(Tenants tenants, Pages pages, Emails emails, Activities activities, EmailDispatcher dispatcher) {
		this.tenants = tenants;
		this.pages = pages;
		this.emails = emails;
		this.activities = activities;
		this.dispatcher = dispatcher;
	}

	void of(TenantId tenantId, PageUse use) {
		Tenant tenant = this.tenants.get(tenantId);
		PageRules rules = this.pages.rules(tenantId, use.page());
		Instant now = this.clock.instant();
		for (String recipient : rules.recipientsById().keySet()) {
			this.emails.queue(tenantId, Email.queued(EmailKind.PAGE_USED, use, recipient, now));
		}
		PageRules.ActivityRule rule = rules.activity();
		if (rule != null) {
			this.activities.create(tenantId, Activity.because(use, rule.type(), rule.subject(), rule.assignee(),
					use.at().atZone(tenant.timeZone()).toLocalDate().plusDays(rule.dueDays()), now));
		}
		this.dispatcher.wake();
	}

}
