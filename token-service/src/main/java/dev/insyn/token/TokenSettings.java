package dev.insyn.token;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things live, and who may ask for tokens.
///
/// @param lifetime of an access token
/// @param session after this long a contact opens the link again
/// @param renewable how long after its end an access token can still be renewed
/// @param keyPeriod each period has its signing key
/// @param mostLinks as many links are issued by one request at most
/// @param clients who may ask for tokens
/// @param users who sign in with a password
/// @param userSessions how long users stay signed in
@ConfigurationProperties("insyn.token")
public record TokenSettings(@DefaultValue("10m") Duration lifetime, @DefaultValue("12h") Duration session,
		@DefaultValue("30m") Duration renewable, @DefaultValue("1d") Duration keyPeriod,
		@DefaultValue("10000") int mostLinks, @DefaultValue List<Client> clients, @DefaultValue List<User> users,
		@DefaultValue UserSessions userSessions) {

	/// An API client.
	///
	/// @param secret in clear, or `{sha256}` and the hash in hex
	/// @param tenant whose client it is; one without is a service of ours and names a
	/// tenant
	/// with each token request
	public record Client(String id, String secret, @Nullable String tenant, @DefaultValue Set<String> scopes) {

		@Override
		public String toString() {
			return "Client[" + this.id + "]";
		}

	}

	/// A user who signs in with a password.
	///
	/// @param level permission level, 0 to 99
	/// @param password in clear, or `{bcrypt}` and the hash
	public record User(String tenant, String email, String name, int level, String password) {

		@Override
		public String toString() {
			return "User[" + this.tenant + ", level=" + this.level + "]";
		}

	}

	/// @param lifetime of a user's access token: so soon a revoked session or a lowered
	/// level acts
	/// @param longest after this long a user signs in again
	/// @param idle as after this long without a click
	/// @param forgotten a user whom a provider vouched for is forgotten after so long
	/// without a sign-in
	public record UserSessions(@DefaultValue("2m") Duration lifetime, @DefaultValue("12h") Duration longest,
			@DefaultValue("2h") Duration idle, @DefaultValue("90d") Duration forgotten) {
	}

}
