package dev.insyn.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A version of a landing page became the one that contacts see.
///
/// @param page the page's number within its tenant, such as `P05`
/// @param names what the page is called, per language
public record LandingPagePublished(String page, int version, String name, String theme, Rules rules,
		Map<String, String> names, List<PageField> fields) {

	public static final String TOPIC = Topics.LANDING_PAGES;

	public static final String TYPE = "landing-page.published.v1";

	/// What the other services need to know of how the page is used.
	///
	/// @param opening [#CONTINUE] or [#CODE]
	/// @param portal whether the page stands in the portal
	/// @param languages language tags, the first is the default
	public record Rules(LinkLifetime linkLifetime, String opening, @Nullable Notification notification,
			@Nullable ActivityRule activity, boolean portal, List<String> languages) {

		/// Opening asks for nothing but a button.
		public static final String CONTINUE = "continue";

		/// Opening asks for a code sent to the address on file.
		public static final String CODE = "code";

	}

	/// How long the page's links work.
	///
	/// @param kind [#NEVER] (never expires), [#DAYS] after issue, or [#DATE]
	/// @param date the last day on which the link works, in the tenant's time zone
	public record LinkLifetime(String kind, @Nullable Integer days, @Nullable LocalDate date) {

		public static final String NEVER = "never";

		public static final String DAYS = "days";

		public static final String DATE = "date";

	}

	/// Who gets a mail when the page is used.
	///
	/// @param emails addresses of the tenant's own staff, never of contacts
	public record Notification(List<String> emails) {
	}

	/// The activity that is created when the page is used.
	///
	/// @param assignee the user it is for
	/// @param dueDays days after the update
	public record ActivityRule(String type, String subject, String assignee, int dueDays) {
	}

	/// A field that stands on the page.
	///
	/// @param labels what contacts see it called, per language
	public record PageField(String key, Map<String, String> labels) {
	}

}
