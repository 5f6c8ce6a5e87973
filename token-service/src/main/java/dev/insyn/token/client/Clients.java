package dev.insyn.token.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.TokenSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings.Builder;
import org.springframework.stereotype.Component;

/// The API clients, from configuration.
@Component
class Clients implements RegisteredClientRepository {

	private static final int SHORTEST_SECRET = 16;

	private static final String TENANT = "insyn.tenant";

	private final Map<String, RegisteredClient> byId = new LinkedHashMap<>();

	private final Tenants tenants;

	Clients(TokenSettings settings, Tenants tenants) {
		this.tenants = tenants;
		for (TokenSettings.Client client : settings.clients()) {
			RegisteredClient registered = register(client, settings.lifetime());
			if (this.byId.put(client.id(), registered) != null) {
				throw new IllegalArgumentException("API client " + client.id() + " is configured twice");
			}
		}
	}

	private RegisteredClient register(TokenSettings.Client client, Duration lifetime) {
		if (client.secret().length() < SHORTEST_SECRET) {
			throw new IllegalArgumentException("The secret of API client " + client.id() + " is shorter than 16");
		}
		var settings = org.springframework.security.oauth2.server.authorization.settings.ClientSettings.builder();
		if (client.tenant() != null) {
			settings.setting(TENANT, this.tenants.get(new TenantId(client.tenant())).id().value());
		}
		Builder tokens = org.springframework.security.oauth2.server.authorization.settings.TokenSettings.builder();
		return RegisteredClient.withId(client.id())
			.clientId(client.id())
			.clientSecret(HashedSecrets.hashed(client.secret()))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scopes((scopes) -> scopes.addAll(client.scopes()))
			.clientSettings(settings.build())
			.tokenSettings(tokens.accessTokenTimeToLive(lifetime).build())
			.build();
	}

	/// The tenant whose client it is; null for a service of ours.
	static @Nullable TenantId tenantOf(RegisteredClient client) {
		String tenant = client.getClientSettings().getSetting(TENANT);
		return (tenant != null) ? new TenantId(tenant) : null;
	}

	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("Clients are configured");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return this.byId.get(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String id) {
		return this.byId.get(id);
	}

}
