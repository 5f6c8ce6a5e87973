package dev.insyn.token.signin;

import java.time.Duration;
import java.util.Optional;

import dev.insyn.token.session.SignInWay;
import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.Voucher;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// A user signs in with an address and a password. Nothing in what happens, how long it takes or what is said tells
/// whether anyone has that address.
@Component
class SigningInByPassword {

	private final Users users;

	private final SigningInUsers signingIn;

	private final Lockout lockout;

	private final SignInMessaging messaging;

	SigningInByPassword(Users users, SigningInUsers signingIn, Lockout lockout, SignInMessaging messaging) {
		this.users = users;
		this.signingIn = signingIn;
		this.lockout = lockout;
		this.messaging = messaging;
	}

	Outcome signIn(String email, String password, SigningInUsers.Visitor visitor) {
		User known = this.users.withEmail(email).orElse(null);
		Duration locked = this.lockout.begin(email,
				() -> this.messaging.refused(known, RefusalReason.LOCKED, SignInWay.PASSWORD));
		if (!locked.isZero()) {
			return Outcome.refused(locked);
		}
		Optional<User> user = this.users.withPassword(email, password);
		if (user.isEmpty()) {
			return Outcome.refused(this.lockout.wrong(email,
					this.messaging.refused(known, RefusalReason.WRONG_CREDENTIALS, SignInWay.PASSWORD)));
		}
		this.lockout.forget(email);
		return new Outcome(this.signingIn.signIn(user.get(), Voucher.password(Users.CONFIGURATION), visitor),
				Duration.ZERO);
	}

	/// @param token null if it was refused
	/// @param locked how long no password for this address is looked at
	record Outcome(@Nullable AccessToken token, Duration locked) {

		static Outcome refused(Duration locked) {
			return new Outcome(null, locked);
		}

	}

}
