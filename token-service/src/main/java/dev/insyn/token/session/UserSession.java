package dev.insyn.token.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import dev.insyn.platform.sealing.SealedValue;
import org.jspecify.annotations.Nullable;

/// One sign-in of a user in one browser. Where it came from is not kept.
///
/// @param seen when it was used last, to five minutes
/// @param browser what it looks like, such as Chrome on Windows
/// @param by how the user proved who it is
/// @param vouching the provider's part; null for a password
/// @param ended null while it goes on or has run out by itself
record UserSession(String user, Instant began, Instant seen, Browser browser, SignInWay by, @Nullable Vouching vouching,
		@Nullable Instant ended) {

	/// Written no more often, as nobody wants to know and every write costs.
	static final Duration GRAIN = Duration.ofMinutes(5);

	static UserSession begin(String user, Instant now, Browser browser, SignInWay by, @Nullable Vouching vouching) {
		return new UserSession(user, now, now, browser, by, vouching, null);
	}

	boolean isOn(Instant now, Duration longest, Duration idle) {
		return this.ended == null && now.isBefore(this.began.plus(longest))
				&& now.isBefore(this.seen.plus(idle).plus(GRAIN));
	}

	boolean wasSeenLately(Instant now) {
		return now.isBefore(this.seen.plus(GRAIN));
	}

	UserSession see(Instant now) {
		return new UserSession(this.user, this.began, now, this.browser, this.by, this.vouching, this.ended);
	}

	UserSession end(Instant now) {
		return new UserSession(this.user, this.began, this.seen, this.browser, this.by, this.vouching, now);
	}

	UserSession vouchedFor(@Nullable Vouching vouching) {
		return new UserSession(this.user, this.began, this.seen, this.browser, this.by, vouching, this.ended);
	}

	/// @throws NullPointerException if it goes on
	Instant endedAt() {
		return Objects.requireNonNull(this.ended);
	}

	/// An OIDC provider vouched for the user.
	///
	/// @param provider its id
	/// @param refreshToken sealed, to ask again; null if it gave none
	/// @param checked when it was asked last
	record Vouching(String provider, @Nullable SealedValue refreshToken, Instant checked) {
	}

}
