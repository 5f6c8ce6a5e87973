package dev.insyn.notification.mailing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How mailings are sent.
///
/// @param perSecond mails a second of one mailing, where it does not say less itself; 0 for as many as the mail server takes
/// @param perDomainPerSecond mails a second to one receiving domain, by this instance; 0 for no limit
/// @param lease how long a mailing belongs to the instance that sends it, if that says nothing more; longer than handing over
/// a mail may take
/// @param poll how often mailings that are due are looked for
/// @param longestRetry the wait before another try at a mail that was put off never exceeds this
@ConfigurationProperties("insyn.notification.mailings")
record MailingSettings(@DefaultValue("0") int perSecond, @DefaultValue("0") int perDomainPerSecond,
		@DefaultValue("2m") Duration lease, @DefaultValue("1s") Duration poll,
		@DefaultValue("1h") Duration longestRetry) {
}
