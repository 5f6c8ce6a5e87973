package dev.insyn.token.signin;

import java.util.Optional;

import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.user.Users;

import org.springframework.stereotype.Component;

/// A user signs in with an address and a password.
@Component
class SigningInByPassword {

	static final String SOURCE = "configuration";

	private final Users users;

	private final SigningInUsers signingIn;

	SigningInByPassword(Users users, SigningInUsers signingIn) {
		this.users = users;
		this.signingIn = signingIn;
	}

	Optional<AccessToken> signIn(String email, String password, SigningInUsers.Visitor visitor) {
		return this.users.withPassword(email, password).map((user) -> this.signingIn.signIn(user, SOURCE, visitor));
	}

}
