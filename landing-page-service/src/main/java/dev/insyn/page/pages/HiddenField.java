package dev.insyn.page.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// A field that is written when the contact submits, and never shown.
///
/// @param value for [Kind#FIXED]: the value in canonical form
public record HiddenField(String key, Kind kind, String value) {

	/// Today's date at the tenant.
	public static HiddenField date(String key) {
		return new HiddenField(key, Kind.DATE, "");
	}

	/// What is written, in canonical form.
	public String valueAt(Clock clock, ZoneId zone) {
		return (this.kind == Kind.DATE) ? LocalDate.now(clock.withZone(zone)).toString() : this.value;
	}

	/// What a hidden field is made of.
	public enum Kind {

		DATE, FIXED

	}

}
