package dev.insyn.notification;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be set of notification-service.
///
/// @param sender the address mails come from; answers go to the tenant's own address
/// @param contactLink where a user opens a contact, such as `https://crm.example/{tenant}/contacts/{contact}`; without
/// it mails carry no button
/// @param senders how many mails may be on their way at once per instance
/// @param poll how often the queue is looked at when nothing wakes the sender
/// @param sendLimit the longest that handing over one mail may take, whatever the mail server does
/// @param lease how long a mail belongs to the instance that took it; longer than `sendLimit` plus the time to ask for
/// the contact's name
/// @param firstRetry the wait after the first failed attempt; it doubles with each
/// @param longestRetry the wait never exceeds this
/// @param giveUpAfter a mail older than this, still not sent, has failed
/// @param keep how long finished mails and activities are kept
@ConfigurationProperties("insyn.notification")
public record NotificationSettings(@DefaultValue("no-reply@insyn.example") String sender, @Nullable String contactLink,
		@DefaultValue("4") int senders, @DefaultValue("2s") Duration poll, @DefaultValue("45s") Duration sendLimit,
		@DefaultValue("90s") Duration lease, @DefaultValue("5s") Duration firstRetry,
		@DefaultValue("5m") Duration longestRetry, @DefaultValue("3d") Duration giveUpAfter,
		@DefaultValue("400d") Duration keep) {

	public NotificationSettings {
		if (lease.compareTo(sendLimit.plusSeconds(10)) < 0) {
			throw new IllegalArgumentException("insyn.notification.lease must exceed send-limit by 10 s, "
					+ "or a slow mail server makes two instances send the same mail");
		}
	}

}
