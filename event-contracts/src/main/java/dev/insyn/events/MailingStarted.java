package dev.insyn.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A mailing began to be sent.
///
/// @param template the template's id
/// @param kind `marketing`, to which a contact can object, or `service`
/// @param pages the pages that its mails link to
/// @param audience `segment`, `contacts`, `unanswered` or `not-reached` (of an earlier mailing)
/// @param segment the segment's id, when `audience` is `segment`
/// @param earlier the earlier mailing's id, when `audience` is `unanswered` or `not-reached`
public record MailingStarted(String mailing, String template, String kind, List<String> pages, String audience,
		@Nullable String segment, @Nullable String earlier, Instant at) {

	public static final String TOPIC = Topics.NOTIFICATIONS;

	public static final String TYPE = "mailing.started.v1";

}
