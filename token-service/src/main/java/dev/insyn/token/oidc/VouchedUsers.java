package dev.insyn.token.oidc;

import java.util.Map;
import java.util.Objects;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.OidcSettings;
import dev.insyn.token.signin.RefusalReason;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;

import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Makes a user here of what a provider tells.
@Component
class VouchedUsers {

	private final Tenants tenants;

	private final Users users;

	VouchedUsers(Tenants tenants, Users users) {
		this.tenants = tenants;
		this.users = users;
	}

	/// @throws Claims.Insufficient if the claims name no tenant, or no level; it says
	/// whose it would have been as far as
	/// that is known
	User of(OidcSettings.Provider provider, OidcUser vouched) {
		Map<String, Object> told = vouched.getClaims();
		Claims claims = new Claims(provider, this.tenants);
		TenantId tenant = claims.tenant(told);
		String id = this.users.idOf(tenant, provider.issuer(), Objects.requireNonNull(vouched.getSubject()));
		int level = claims.level(told).orElseThrow(() -> new Claims.Insufficient(RefusalReason.NO_LEVEL, tenant, id));
		return new User(tenant, id, claims.email(told), name(claims, told, id), level,
				this.users.usualLanguage(tenant));
	}

	/// A subject may be an account's name, so not even that stands in for a name.
	private static String name(Claims claims, Map<String, Object> told, String id) {
		String name = claims.name(told);
		String email = claims.email(told);
		return !name.isBlank() ? name : !email.isBlank() ? email : id.substring(0, 8);
	}

}
