package dev.insyn.platform.security;

import java.util.Set;

import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;

/// A CRM system or one of our own services.
public record ClientCaller(TenantId tenant, String client, Set<String> scopes) implements Caller {

	public ClientCaller {
		scopes = Set.copyOf(scopes);
	}

	@Override
	public Actor actor() {
		return Actor.client(this.client);
	}

	public boolean may(String scope) {
		return this.scopes.contains(scope);
	}

	/// @throws Problem 403 if the client was not granted the scope
	public void require(String scope) {
		if (!may(scope)) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:missing-scope", "Needs the scope " + scope)
				.with("scope", scope);
		}
	}

}
