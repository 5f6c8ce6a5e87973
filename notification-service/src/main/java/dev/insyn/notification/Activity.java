package dev.insyn.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A task for a user, because a contact used a page.
///
/// @param subject the rule's own text, the same for every contact
record Activity(PageUse use, String type, String subject, String assignee, LocalDate due, Instant at) {

	static Activity because(PageUse use, PageRules.ActivityRule rule, ZoneId zone, Instant now) {
		LocalDate due = use.at().atZone(zone).toLocalDate().plusDays(rule.dueDays());
		return new Activity(use, rule.type(), rule.subject(), rule.assignee(), due, now);
	}

}
