package dev.insyn.platform.security;

import java.util.Set;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/// Reads the caller from a verified token. A token that names no caller, two, or a tenant that is not served here is as
/// good as none.
final class CallerOfToken implements Converter<Jwt, CallerAuthentication> {

	private final Tenants tenants;

	private final RevokedLinks revoked;

	CallerOfToken(Tenants tenants, RevokedLinks revoked) {
		this.tenants = tenants;
		this.revoked = revoked;
	}

	@Override
	public CallerAuthentication convert(Jwt jwt) {
		TenantId tenant = tenant(jwt);
		String contact = jwt.getClaimAsString("contact");
		String user = jwt.getClaimAsString("user");
		String client = jwt.getClaimAsString("client");
		if (contact != null && user == null && client == null) {
			return new CallerAuthentication(contact(jwt, tenant, contact), jwt);
		}
		if (user != null && contact == null && client == null) {
			return new CallerAuthentication(new UserCaller(tenant, user, level(jwt), required(jwt, "name"),
					required(jwt, "lang"), required(jwt, "sid")), jwt);
		}
		if (client != null && contact == null && user == null) {
			return new CallerAuthentication(new ClientCaller(tenant, client, scopes(jwt.getClaimAsString("scope"))),
					jwt);
		}
		throw new InvalidBearerTokenException("The token names not exactly one caller");
	}

	/// By a link to one page, or by the portal; never both.
	private Caller contact(Jwt jwt, TenantId tenant, String contact) {
		if (!Boolean.TRUE.equals(jwt.getClaimAsBoolean("portal"))) {
			return new ContactCaller(tenant, contact, required(jwt, "page"), workingLink(jwt), required(jwt, "sid"));
		}
		if (jwt.hasClaim("page") || jwt.hasClaim("link")) {
			throw new InvalidBearerTokenException("The token names a page and the portal");
		}
		return new PortalCaller(tenant, contact, required(jwt, "sid"));
	}

	private TenantId tenant(Jwt jwt) {
		try {
			TenantId tenant = new TenantId(required(jwt, "tenant"));
			if (this.tenants.find(tenant).isPresent()) {
				return tenant;
			}
		}
		catch (IllegalArgumentException misshapen) {
			// refused below
		}
		throw new InvalidBearerTokenException("The token's tenant is not served here");
	}

	private String workingLink(Jwt jwt) {
		String link = required(jwt, "link");
		if (this.revoked.contains(link)) {
			throw new InvalidBearerTokenException("The session's link is revoked");
		}
		return link;
	}

	private static int level(Jwt jwt) {
		if (jwt.getClaim("level") instanceof Number level) {
			return level.intValue();
		}
		throw new InvalidBearerTokenException("The token lacks level");
	}

	private static String required(Jwt jwt, String claim) {
		String value = jwt.getClaimAsString(claim);
		if (value == null || value.isBlank()) {
			throw new InvalidBearerTokenException("The token lacks " + claim);
		}
		return value;
	}

	private static Set<String> scopes(@Nullable String scope) {
		return (scope != null && !scope.isBlank()) ? Set.of(scope.strip().split(" +")) : Set.of();
	}

}
