package dev.insyn.page.pages;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The note that an update leaves.
class LogNoteTests {

	private static final ZonedDateTime AT = ZonedDateTime.of(2026, 11, 21, 9, 30, 0, 0, ZoneId.of("Europe/Stockholm"));

	@Test
	void tellsWhatHappened() {
		assertThat(fill("{page} ({number}) {date} {time}: {changed-fields}", List.of("Mobiltelefon", "Postadress")))
			.isEqualTo("Redigera egna data (P05) 21 nov. 2026 09:30: Mobiltelefon, Postadress");
		assertThat(fill("{changes}", List.of("Mobiltelefon"))).isEqualTo("1");
	}

	@Test
	void putsADashWhereNothingChanged() {
		assertThat(fill("Ändrat: {changed-fields}", List.of())).isEqualTo("Ändrat: –");
	}

	@Test
	void leavesBracesThatMeanNothing() {
		assertThat(fill("{email} { } {{date}}", List.of())).isEqualTo("{email} { } {21 nov. 2026}");
		assertThat(LogNote.unknownIn("{email} {date} {Date}")).containsExactly("Date", "email");
	}

	/// Red when the filled text is filled again, or taken as a pattern.
	@Test
	void takesNamesAsTheyAre() {
		assertThat(LogNote.fill("{page}", new LogNote.Update("$1 {date} \\", "P05", AT, List.of(), Locale.of("sv"))))
			.isEqualTo("$1 {date} \\");
	}

	private static String fill(String note, List<String> changed) {
		return LogNote.fill(note, new LogNote.Update("Redigera egna data", "P05", AT, changed, Locale.of("sv", "SE")));
	}

}
