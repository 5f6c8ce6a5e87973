package dev.insyn.token.user;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Passwords fit or don't, for the same price. The price is what is compared here, not a stopwatch: one bcrypt, at one
/// cost. Red when nothing is checked for a user that there is not.
class PasswordsTests {

	private static final BCryptPasswordEncoder QUICK = new BCryptPasswordEncoder(4);

	private static final String HASHED = "{bcrypt}" + QUICK.encode("majas-lösenord");

	private final List<String> checked = new ArrayList<>();

	private final Passwords passwords = new Passwords(List.of("karins-lösenord", HASHED), new Counting());

	@Test
	void knowsAPasswordInClearAndOneByItsHash() {
		assertThat(this.passwords.fits("karins-lösenord", "karins-lösenord")).isTrue();
		assertThat(this.passwords.fits("karins-losenord", "karins-lösenord")).isFalse();
		assertThat(this.passwords.fits("majas-lösenord", HASHED)).isTrue();
		assertThat(this.passwords.fits("karins-lösenord", HASHED)).isFalse();
		assertThat(this.passwords.fits(HASHED, HASHED)).isFalse();
		assertThat(this.passwords.fits("karins-lösenord", null)).isFalse();
		assertThat(this.passwords.fits("", null)).isFalse();
	}

	@Test
	void doesTheSameWorkForEverybodyAndForNobody() {
		this.passwords.fits("some-password", HASHED);
		this.passwords.fits("some-password", "karins-lösenord");
		this.passwords.fits("karins-lösenord", "karins-lösenord");
		this.passwords.fits("some-password", null);
		assertThat(this.checked).hasSize(4).allSatisfy((hash) -> assertThat(hash).startsWith("$2a$04$").hasSize(60));
	}

	/// bcrypt looks at 72 bytes; what is longer must fail no other way than what is
	/// wrong.
	@Test
	void refusesALongPasswordLikeAnyOther() {
		assertThat(this.passwords.fits("y".repeat(200), HASHED)).isFalse();
		assertThat(this.passwords.fits("y".repeat(200), null)).isFalse();
	}

	@Test
	void refusesToStartWithHashesWhoseCostWouldTellThemApart() {
		List<String> configured = List.of(HASHED, "{bcrypt}" + new BCryptPasswordEncoder(5).encode("x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Passwords(configured))
			.withMessageContaining("same cost");
	}

	@Test
	void refusesToStartWithWhatIsNoPassword() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Passwords(List.of("short")));
		assertThatIllegalArgumentException().isThrownBy(() -> new Passwords(List.of("{noop}some-password")));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new Passwords(List.of("{bcrypt}$2a$10$tooshort")))
			.withMessageNotContaining("tooshort");
	}

	private final class Counting implements PasswordEncoder {

		@Override
		public String encode(@Nullable CharSequence password) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			PasswordsTests.this.checked.add(String.valueOf(hash));
			return QUICK.matches(password, hash);
		}

	}

}
