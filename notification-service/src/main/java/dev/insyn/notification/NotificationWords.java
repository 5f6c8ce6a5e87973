package dev.insyn.notification;

import java.time.Clock;
import java.util.Locale;

import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Times;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// Says in the user's language what documents say in codes.
@Component
public class NotificationWords {

	private static final String ACTIVITIES = "/admin/activities";

	private final TextBook book = TextBook.console("/dev/insyn/notification/console/");

	private final Tenants tenants;

	private final Clock clock = Clock.systemUTC();

	NotificationWords(Tenants tenants) {
		this.tenants = tenants;
	}

	public Texts texts(UserCaller caller) {
		return this.book.in(caller.language());
	}

	public Times times(UserCaller caller) {
		return new Times(texts(caller), this.tenants.get(caller.tenant()).timeZone(), this.clock);
	}

	static Badge status(Texts texts, Email email) {
		String word = texts.get("email.status." + code(email.status()));
		return switch (email.status()) {
			case SENT -> Badge.good(word);
			case FAILED -> Badge.bad(word);
			case QUEUED -> (email.attempts() > 0) ? Badge.warning(word) : Badge.busy(word);
		};
	}

	static String code(Email.Status status) {
		return status.name().toLowerCase(Locale.ROOT);
	}

	static String kind(Texts texts, Email email) {
		return texts.get("email.kind." + email.kind().code());
	}

	static String reason(Texts texts, String code) {
		return texts.find("email.reason." + code).orElse(code);
	}

	/// The frame of the two lists.
	public static ConsoleFrame frame(Texts texts, ConsoleUser user, boolean activities) {
		return ConsoleFrame
			.of(texts, texts.get(activities ? "console.section.activities" : "emails.title"), Section.ACTIVITIES, user)
			.lead(texts.get(activities ? "activities.lead" : "emails.lead"))
			.tab(texts.get("console.section.activities"), ACTIVITIES, activities)
			.tab(texts.get("emails.title"), EmailScreens.ADDRESS, !activities);
	}

}
