package dev.insyn.token.signing;

import java.time.Instant;

/// A signed access token.
///
/// @param value the JWT; never written to a log
public record AccessToken(String value, Instant issued, Instant expires) {

	@Override
	public String toString() {
		return "AccessToken[expires=" + this.expires + "]";
	}

}
