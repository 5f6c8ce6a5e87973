package dev.insyn.notification;

import dev.insyn.notification.TenantLook.Logo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TenantLookTests {

	private static final byte[] CONTENT = { 1 };

	@Test
	void takesAPicture() {
		assertThat(new Logo("image/png", 211, 40, CONTENT).fits()).isTrue();
		assertThat(new Logo("image/jpeg", 40, 40, CONTENT).fits()).isTrue();
	}

	/// Red without the pattern: a vector image can hold scripts, and no mail program
	/// shows
	/// it.
	@ParameterizedTest
	@ValueSource(strings = { "image/svg+xml", "text/html", "image/png\r\nX: y", "" })
	void takesNoOtherType(String type) {
		assertThat(new Logo(type, 211, 40, CONTENT).fits()).isFalse();
	}

	/// Red without the bounds: it weighs on every mail.
	@Test
	void takesNoneThatIsTooLarge() {
		assertThat(new Logo("image/png", 601, 40, CONTENT).fits()).isFalse();
		assertThat(new Logo("image/png", 40, 0, CONTENT).fits()).isFalse();
		assertThat(new Logo("image/png", 40, 40, new byte[64_001]).fits()).isFalse();
		assertThat(new Logo("image/png", 40, 40, new byte[0]).fits()).isFalse();
	}

}
