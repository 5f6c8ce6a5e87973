package dev.insyn.notification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "Anna\r\nBcc: eve@evil.example", "Anna\nBcc: eve@evil.example",
			"Anna\rBcc: eve@evil.example", "Anna\u0085Bcc: eve@evil.example", "Anna\u2028Bcc: eve@evil.example",
			"Anna\u0000Bcc: eve@evil.example", "Anna\u202EBcc: eve@evil.example" })
	void leavesOneLineWithoutControlCharacters(String name) {
		assertThat(HeaderText.of(name)).isEqualTo("Anna Bcc: eve@evil.example");
	}

	@Test
	void cutsALongTextBetweenCharacters() {
		assertThat(HeaderText.of("🚲".repeat(100))).isEqualTo("🚲".repeat(79) + "…");
	}

	@Test
	void leavesANameAsItIs() {
		assertThat(HeaderText.of("Åsa O’Neill-Öberg")).isEqualTo("Åsa O’Neill-Öberg");
	}

}
