package dev.insyn.notification.activity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/// What a user is told of its day.
///
/// @param address where to
/// @param language of the user's console
public record DigestMail(String address, String language, List<Line> lines) {

	public DigestMail {
		lines = List.copyOf(lines);
	}

	/// Addresses stay out of logs.
	@Override
	public String toString() {
		return "DigestMail[" + this.lines.size() + "]";
	}

	/// One activity.
	///
	/// @param over whether its day has passed
	public record Line(String subject, LocalDate due, boolean over) {

		public String day(Locale locale) {
			return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(this.due);
		}

		@Override
		public String toString() {
			return "Line[" + this.due + "]";
		}

	}

}
