package dev.insyn.contact.console;

import java.time.Period;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How long a value is kept, as people say it: a number of days, months or years. What is both (`P1Y6M`) stays as it is
/// written.
///
/// @param unit `D`, `M`, `Y`, or [#WHOLE] where the number is the whole period
record Retention(String number, String unit) {

	static final String NUMBER = "retention.number";

	static final String UNIT = "retention.unit";

	/// The period is typed as ISO 8601 has it.
	static final String WHOLE = "P";

	static final List<String> UNITS = List.of("D", "M", "Y");

	static Retention of(@Nullable String iso) {
		if (iso == null) {
			return new Retention("", "Y");
		}
		Period period = Period.parse(iso);
		boolean single = iso.matches("P\\d+[DMY]");
		return single ? new Retention(
				String.valueOf(Math.max(period.getDays(), Math.max(period.getMonths(), period.getYears()))),
				iso.substring(iso.length() - 1)) : new Retention(iso, WHOLE);
	}

	void putInto(Map<String, String> values) {
		values.put(NUMBER, this.number);
		values.put(UNIT, this.unit);
	}

	/// @return ISO 8601, or what was typed where it is none; null: nothing
	static @Nullable String typed(Map<String, String> values) {
		String number = values.getOrDefault(NUMBER, "").strip();
		String unit = values.getOrDefault(UNIT, "");
		if (number.isEmpty()) {
			return null;
		}
		return UNITS.contains(unit) ? "P" + number + unit : number;
	}

}
