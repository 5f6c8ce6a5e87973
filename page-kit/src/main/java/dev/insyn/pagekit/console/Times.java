package dev.insyn.pagekit.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.templates.console.JtetimeGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;

/// Times as people say them, with the exact time on hover.
public final class Times {

	private static final long DAYS_IN_WORDS = 6;

	private final Texts texts;

	private final ZoneId zone;

	private final Clock clock;

	/// @param zone of the reader: the tenant's
	public Times(Texts texts, ZoneId zone, Clock clock) {
		this.texts = texts;
		this.zone = zone;
		this.clock = clock;
	}

	/// A moment, relative to now: "5 min ago", "yesterday 14:20", "21 Nov".
	public Content ago(Instant moment) {
		return time(moment.toString(), inWords(moment), exactly(moment));
	}

	/// A moment to the second, where that is what counts.
	public Content exact(Instant moment) {
		return time(moment.toString(), exactly(moment), exactly(moment));
	}

	/// A day: "today", "in 3 days", "21 Nov".
	public Content day(LocalDate day) {
		return time(day.toString(), inWords(day), format("console.time.date", day));
	}

	String inWords(Instant moment) {
		Duration since = Duration.between(moment, this.clock.instant());
		if (since.isNegative() || since.compareTo(Duration.ofHours(12)) >= 0) {
			LocalDate day = LocalDate.ofInstant(moment, this.zone);
			return days(day) == 0 || Math.abs(days(day)) == 1 ? inWords(day) + " " + clockTime(moment) : inWords(day);
		}
		if (since.compareTo(Duration.ofMinutes(1)) < 0) {
			return this.texts.get("console.time.now");
		}
		return (since.toHours() < 1) ? this.texts.get("console.time.minutes", since.toMinutes())
				: this.texts.get("console.time.hours", since.toHours());
	}

	String inWords(LocalDate day) {
		long days = days(day);
		if (Math.abs(days) <= 1) {
			return this.texts.get((days == 0) ? "console.time.today"
					: (days < 0) ? "console.time.yesterday" : "console.time.tomorrow");
		}
		if (Math.abs(days) <= DAYS_IN_WORDS) {
			return this.texts.get((days < 0) ? "console.time.days-ago" : "console.time.in-days", Math.abs(days));
		}
		return (day.getYear() == today().getYear()) ? format("console.time.day", day)
				: format("console.time.date", day);
	}

	private String exactly(Instant moment) {
		return DateTimeFormatter.ofPattern(this.texts.get("console.time.exact"), this.texts.locale())
			.format(moment.atZone(this.zone));
	}

	private String clockTime(Instant moment) {
		return DateTimeFormatter.ofPattern(this.texts.get("console.time.clock"), this.texts.locale())
			.format(moment.atZone(this.zone));
	}

	private String format(String key, LocalDate day) {
		return DateTimeFormatter.ofPattern(this.texts.get(key), this.texts.locale()).format(day);
	}

	private long days(LocalDate day) {
		return ChronoUnit.DAYS.between(today(), day);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone));
	}

	private static Content time(String machine, String words, String exact) {
		return (output) -> JtetimeGenerated.render((HtmlTemplateOutput) output, null, machine, words, exact);
	}

}
