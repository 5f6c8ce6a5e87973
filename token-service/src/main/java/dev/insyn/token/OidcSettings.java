package dev.insyn.token;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The OpenID Connect providers that vouch for users.
@ConfigurationProperties("insyn.token.oidc")
public record OidcSettings(@DefaultValue List<Provider> providers) {

	public OidcSettings {
		Set<String> ids = new HashSet<>();
		for (Provider provider : providers) {
			if (!ids.add(provider.id())) {
				throw new IllegalArgumentException("Two OIDC providers have one id");
			}
		}
	}

	/// Whether what this issuer has said of the tenant's users still counts.
	public boolean vouches(String issuer, TenantId tenant) {
		return this.providers.stream()
			.anyMatch((provider) -> provider.issuer().equals(issuer) && provider.serves(tenant));
	}

	/// @param id stands in addresses, so in what the provider knows as redirect URI
	/// @param name what people call it: the button says *Sign in with …*
	/// @param issuer as it names itself in its tokens
	/// @param metadata where its metadata is fetched, if not at the usual place below the
	/// issuer
	/// @param clientSecret none for a public client
	/// @param tenant whose users alone it vouches for; without one a claim says whose a
	/// user is
	/// @param levels which roles have which permission level; without any the claim is
	/// the level's number
	/// @param recheck so often it is asked whether it still vouches for a user whose
	/// session goes on; zero is never
	public record Provider(String id, String name, String issuer, @DefaultValue("") String metadata, String clientId,
			@DefaultValue("") String clientSecret, @DefaultValue( {
					"openid", "profile", "email" }) Set<String> scopes,
			@Nullable String tenant, @DefaultValue Claims claims, @DefaultValue List<Level> levels,
			@DefaultValue("10m") Duration recheck){

		private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

		public Provider {
			if (!ID.matcher(id).matches()) {
				throw new IllegalArgumentException("An OIDC provider's id is made of a-z, 0-9 and -");
			}
			if (name.isBlank() || issuer.isBlank() || clientId.isBlank()) {
				throw new IllegalArgumentException("OIDC provider " + id + " has no name, no issuer or no client-id");
			}
			if (!scopes.contains("openid")) {
				throw new IllegalArgumentException("OIDC provider " + id + " is not asked for the scope openid");
			}
		}

		public String metadataAddress() {
			if (!this.metadata.isEmpty()) {
				return this.metadata;
			}
			String base = this.issuer.endsWith("/") ? this.issuer.substring(0, this.issuer.length() - 1) : this.issuer;
			return base + "/.well-known/openid-configuration";
		}

		boolean serves(TenantId user) {
			return this.tenant == null || this.tenant.equals(user.value());
		}

		@Override
		public String toString() {
			return "Provider[" + this.id + "]";
		}

	}

	/// Which claims say what: names, or paths such as `realm_access.roles`.
	///
	/// @param tenant a tenant's id, or a list (of groups, say) in which just one is
	/// @param level a number, or roles that `levels` knows
	public record Claims(@DefaultValue("tenant") String tenant, @DefaultValue("level") String level,
			@DefaultValue("name") String name, @DefaultValue("email") String email) {
	}

	/// A role or group of the provider, and the permission level that goes with it; of
	/// several, the highest counts.
	public record Level(String role, int level) {

		public Level {
			if (role.isBlank() || level < 0 || level > 99) {
				throw new IllegalArgumentException("A role of an OIDC provider has a permission level from 0 to 99");
			}
		}

	}

}
