package dev.insyn.page.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import dev.insyn.events.LandingPagePublished;
import org.jspecify.annotations.Nullable;

/// How a page may be used, and what happens when it is.
///
/// @param opening `continue` or `code`
/// @param notified the tenant's users who get a mail when the page is used
public record PageRules(LinkLifetime linkLifetime, String opening, List<String> notified,
		@Nullable ActivityRule activity, boolean portal) {

	/// Links work for ever, and nothing happens when the page is used.
	public static final PageRules NOTHING = new PageRules(LinkLifetime.never(), LandingPagePublished.Rules.CONTINUE,
			List.of(), null, false);

	public PageRules {
		linkLifetime = Objects.requireNonNullElse(linkLifetime, LinkLifetime.never());
		opening = Objects.requireNonNullElse(opening, LandingPagePublished.Rules.CONTINUE);
		notified = (notified != null) ? List.copyOf(notified) : List.of();
	}

	/// What the other services are told.
	LandingPagePublished.Rules published(List<String> languages) {
		return new LandingPagePublished.Rules(
				new LandingPagePublished.LinkLifetime(this.linkLifetime.kind(), this.linkLifetime.days(),
						this.linkLifetime.date()),
				this.opening, this.notified.isEmpty() ? null : new LandingPagePublished.Notification(this.notified),
				(this.activity == null) ? null : new LandingPagePublished.ActivityRule(this.activity.type(),
						this.activity.subject(), this.activity.assignee(), this.activity.dueDays()),
				this.portal, languages);
	}

	/// How long links to the page work.
	///
	/// @param kind `never`, `days` or `date`
	public record LinkLifetime(String kind, @Nullable Integer days, @Nullable LocalDate date) {

		public LinkLifetime {
			kind = Objects.requireNonNullElse(kind, "");
		}

		public static LinkLifetime never() {
			return new LinkLifetime(LandingPagePublished.LinkLifetime.NEVER, null, null);
		}

	}

	/// The task that is created for a user.
	public record ActivityRule(String type, String subject, String assignee, int dueDays) {

		public ActivityRule {
			type = Objects.requireNonNullElse(type, "");
			subject = Objects.requireNonNullElse(subject, "");
			assignee = Objects.requireNonNullElse(assignee, "");
		}

	}

}
