package dev.insyn.events;

import java.time.Instant;

/// A mailing is over.
///
/// @param outcome `sent`, or `cancelled` before everybody had been sent to
/// @param sent how many mails the mail server took
/// @param failed how many contacts it could not be delivered to, or perhaps was not
/// @param leftOut how many contacts of the audience could or should not get it
public record MailingFinished(String mailing, String outcome, long sent, long failed, long leftOut, Instant at) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "mailing.finished.v1";

}
