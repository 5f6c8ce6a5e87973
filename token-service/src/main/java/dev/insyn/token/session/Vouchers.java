package dev.insyn.token.session;

import java.time.Duration;

import dev.insyn.token.user.User;
import org.jspecify.annotations.Nullable;

/// Those who vouched for users when they signed in, to be asked again.
public interface Vouchers {

	/// How long an answer counts; zero if the provider is not asked again.
	Duration every(String provider);

	/// Asks whether the provider still vouches for somebody, and as what. Waits for the
	/// answer.
	Answer ask(String provider, String refreshToken);

	/// What the provider says.
	sealed interface Answer {

	}

	/// @param user as it is now; null if the provider does not tell
	/// @param refreshToken for the next time; null if the old one still counts
	record Vouched(@Nullable User user, @Nullable String refreshToken) implements Answer {

		@Override
		public String toString() {
			return "Vouched[" + this.user + "]";
		}

	}

	/// It vouches no more, or for nothing that counts here.
	record Gone() implements Answer {
	}

	/// It does not answer.
	record NotNow() implements Answer {
	}

}
