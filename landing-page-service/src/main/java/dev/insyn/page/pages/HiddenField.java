package dev.insyn.page.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/// A field that is written when the contact submits, and never shown.
///
/// @param value for [Kind#FIXED]: the value in canonical form
public record HiddenField(String key, Kind kind, String value) {

	public HiddenField {
		key = Objects.requireNonNullElse(key, "");
		kind = Objects.requireNonNullElse(kind, Kind.FIXED);
		value = Objects.requireNonNullElse(value, "");
	}

	/// Today's date at the tenant.
	public static HiddenField date(String key) {
		return new HiddenField(key, Kind.DATE, "");
	}

	/// The same value each time.
	public static HiddenField fixed(String key, String value) {
		return new HiddenField(key, Kind.FIXED, value);
	}

	/// What the page is called.
	public static HiddenField pageName(String key) {
		return new HiddenField(key, Kind.PAGE_NAME, "");
	}

	/// What is written, in canonical form.
	/// @param pageName what the page is called in its first language
	public String valueAt(Clock clock, ZoneId zone, String pageName) {
		return switch (this.kind) {
			case DATE -> LocalDate.now(clock.withZone(zone)).toString();
			case FIXED -> this.value;
			case PAGE_NAME -> pageName;
		};
	}

	/// What a hidden field is made of.
	public enum Kind {

		DATE, FIXED, PAGE_NAME

	}

}
