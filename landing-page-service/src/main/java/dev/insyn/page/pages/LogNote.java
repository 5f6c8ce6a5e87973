package dev.insyn.page.pages;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The note that an update leaves in the CRM's log. It travels in the clear, so its placeholders name facts of the
/// update, and never what a field holds: `{date}`, `{time}`, `{page}` (the page's name), `{number}` (`P05`), `{changes}`
/// (how many fields changed) and `{changed-fields}` (what they are called, else a dash).
public final class LogNote {

	/// What may stand in braces.
	public static final List<String> PLACEHOLDERS = List.of("date", "time", "page", "number", "changes",
			"changed-fields");

	private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

	private LogNote() {
	}

	/// The note with its placeholders filled in. What is in braces but no placeholder
	/// stays.
	public static String fill(String note, Update update) {
		return BRACES.matcher(note)
			.replaceAll((match) -> Matcher.quoteReplacement(value(match.group(1), match.group(), update)));
	}

	/// Names in braces that mean nothing.
	public static Set<String> unknownIn(String note) {
		Set<String> unknown = new TreeSet<>();
		Matcher braces = BRACES.matcher(note);
		while (braces.find()) {
			if (!PLACEHOLDERS.contains(braces.group(1))) {
				unknown.add(braces.group(1));
			}
		}
		return unknown;
	}

	private static String value(String name, String asWritten, Update update) {
		return switch (name) {
			case "date" -> format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), update);
			case "time" -> format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), update);
			case "page" -> update.page();
			case "number" -> update.number();
			case "changes" -> String.valueOf(update.changedFields().size());
			case "changed-fields" -> update.changedFields().isEmpty() ? "–" : String.join(", ", update.changedFields());
			default -> asWritten;
		};
	}

	private static String format(DateTimeFormatter formatter, Update update) {
		return formatter.withLocale(update.locale()).format(update.at());
	}

	/// What the note tells of.
	///
	/// @param page what the page is called
	/// @param at in the tenant's time zone
	/// @param changedFields what the changed fields are called on the page; empty when
	/// the
	/// contact confirmed its data
	public record Update(String page, String number, ZonedDateTime at, List<String> changedFields, Locale locale) {

	}

}
