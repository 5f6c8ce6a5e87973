package dev.insyn.token.session;

import java.util.Optional;

import dev.insyn.platform.store.Stored;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.signing.AccessTokens;
import dev.insyn.token.signing.EndedTokens;
import dev.insyn.token.signing.UserGrant;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Begins, carries on and ends the sessions of users.
@Component
public class SigningInUsers {

	private final UserSessions sessions;

	private final RecheckingSessions rechecking;

	private final Users users;

	private final AccessTokens tokens;

	private final EndedTokens endedTokens;

	SigningInUsers(UserSessions sessions, RecheckingSessions rechecking, Users users, AccessTokens tokens,
			EndedTokens endedTokens) {
		this.rechecking = rechecking;
		this.sessions = sessions;
		this.users = users;
		this.tokens = tokens;
		this.endedTokens = endedTokens;
	}

	/// A session of its own for each sign-in, whatever the browser had before.
	/// @param user who has proved to be it
	public AccessToken signIn(User user, Voucher voucher, Visitor visitor) {
		User known = this.users.remember(user, voucher.source(), visitor.acceptLanguage());
		return token(known, this.sessions.begin(known, visitor.browser(), voucher));
	}

	/// A new token for one that ends soon or has ended, with what the user may do now.
	public Optional<AccessToken> renew(String token) {
		Optional<Stored<UserSession>> seen = this.endedTokens.userVisit(token).flatMap(this.sessions::see);
		seen.ifPresent(this.rechecking::checkIfDue);
		return seen.flatMap((session) -> this.users.find(session.tenant(), session.state().user())
			.map((user) -> token(user, session)));
	}

	/// The console of the user speaks another language from the returned token on.
	/// @throws dev.insyn.platform.store.NotFound if the user never signed in
	public Optional<AccessToken> speak(String token, String language) {
		return this.endedTokens.userVisit(token)
			.flatMap(this.sessions::see)
			.map((session) -> token(this.users.choose(session.tenant(), session.state().user(), language), session));
	}

	/// A token that is none, or whose session is over, changes nothing.
	/// @return the id of the provider that had vouched for the user, if one had
	public Optional<String> signOut(String token) {
		return this.endedTokens.userVisit(token)
			.flatMap(this.sessions::signOut)
			.flatMap((session) -> Optional.ofNullable(session.state().vouching()).map(UserSession.Vouching::provider));
	}

	private AccessToken token(User user, Stored<UserSession> session) {
		return this.tokens.forUser(new UserGrant(user.tenant(), user.id(), user.level(), user.name(), user.language(),
				session.id(), session.state().began()));
	}

	/// What the browser says of itself.
	///
	/// @param acceptLanguage what it likes to read
	public record Visitor(Browser browser, @Nullable String acceptLanguage) {
	}

}
