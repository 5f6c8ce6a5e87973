package dev.insyn.contact.records;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// What a page's report asks for, written `orders:contact:number.date.amount:-date:10:P2Y`: record type, whose, columns
/// separated by dots, what they are ordered by (`-`: the other way round; `at`: the record's time), how many at most, and
/// how far back (nothing: all).
///
/// @param organisation whether it shows the contact's organisation's records instead of its own
/// @param order a column's key or [#BY_TIME]
public record Report(String type, boolean organisation, List<String> columns, String order, boolean descending,
		int limit, @Nullable Period since) {

	static final String BY_TIME = "at";

	private static final String NAME = "[a-z][a-z0-9-]{0,39}";

	private static final Pattern FORM = Pattern.compile("(" + NAME + "):(contact|organisation):(" + NAME + "(?:\\."
			+ NAME + "){0,19}):(-?)(" + NAME + "):(\\d{1,3}):(P[0-9YMWD]{2,12})?");

	/// @throws Problem 400 if it is not written so
	static Report parse(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new Problem(HttpStatus.BAD_REQUEST, "urn:insyn:problem:no-report", "That asks for no report");
		}
		return new Report(form.group(1), form.group(2).equals("organisation"), List.of(form.group(3).split("\\.")),
				form.group(5), !form.group(4).isEmpty(), Integer.parseInt(form.group(6)), period(form.group(7)));
	}

	/// Records from before this moment are left out.
	Instant from(Instant now, ZoneId zone) {
		return (this.since != null) ? now.atZone(zone).toLocalDate().minus(this.since).atStartOfDay(zone).toInstant()
				: Instant.MIN;
	}

	private static @Nullable Period period(@Nullable String text) {
		try {
			return (text != null) ? Period.parse(text) : null;
		}
		catch (DateTimeParseException none) {
			throw new Problem(HttpStatus.BAD_REQUEST, "urn:insyn:problem:no-report", "That is no period");
		}
	}

}
