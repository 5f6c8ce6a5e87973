package dev.insyn.platform.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/// A verified token as a [Caller]. Prints neither the token nor the caller's authorities.
final class CallerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Caller caller;

	private final String token;

	CallerAuthentication(Caller caller, Jwt jwt) {
		super(List.of());
		this.caller = caller;
		this.token = jwt.getTokenValue();
		setAuthenticated(true);
	}

	Caller caller() {
		return this.caller;
	}

	@Override
	public Object getCredentials() {
		return this.token;
	}

	@Override
	public Object getPrincipal() {
		return this.caller;
	}

	@Override
	public String getName() {
		return this.caller.actor().toString();
	}

	@Override
	public String toString() {
		return "CallerAuthentication[" + getName() + "]";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CallerAuthentication that && this.token.equals(that.token);
	}

	@Override
	public int hashCode() {
		return this.token.hashCode();
	}

}
