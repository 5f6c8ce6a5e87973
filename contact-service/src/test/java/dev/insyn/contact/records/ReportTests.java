package dev.insyn.contact.records;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

import dev.insyn.platform.errors.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// How a report is asked for.
class ReportTests {

	private static final String WHOLE = "orders:organisation:number.date.amount:-date:10:P2Y";

	@Test
	void readsWhatIsAskedFor() {
		Report report = Report.parse(WHOLE);
		assertThat(report.columns()).containsExactly("number", "date", "amount");
		assertThat(report.organisation()).isTrue();
		assertThat(report.descending()).isTrue();
		assertThat(report.order()).isEqualTo("date");
		assertThat(report.from(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Stockholm")))
			.as("whole days in the tenant's time")
			.isEqualTo("2024-11-20T23:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "orders", "orders:everybody:number:at:10:", "orders:contact::at:10:",
			"orders:contact:number:at:1000:", "orders:contact:number:at:10:2Y", "orders:contact:number:at:10:PYMD",
			"Orders:contact:number:at:10:", "orders:contact:number.$where:at:10:",
			"orders:contact:number:at:10:P1Y ;" })
	void refusesWhatIsNone(String text) {
		assertThatThrownBy(() -> Report.parse(text)).isInstanceOf(Problem.class);
	}

	@Test
	void refusesTooMany() {
		assertThat(Reports.asked(List.of())).isEmpty();
		assertThatThrownBy(() -> Reports.asked(Collections.nCopies(11, WHOLE))).isInstanceOf(Problem.class);
	}

}
