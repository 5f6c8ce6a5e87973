package dev.insyn.token.oidc;

import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.token.OidcSettings;
import dev.insyn.token.session.SignInWay;
import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.Voucher;
import dev.insyn.token.signin.TellingRefusals;
import dev.insyn.token.signing.AccessToken;
import dev.insyn.token.user.User;
import dev.insyn.token.user.Users;

import org.springframework.stereotype.Component;

/// A user whom a provider vouches for signs in, if the provider's claims name a tenant and a level that are known here.
@Component
class SigningInByProvider {

	private final Tenants tenants;

	private final Users users;

	private final SigningInUsers signingIn;

	private final TellingRefusals refusals;

	SigningInByProvider(Tenants tenants, Users users, SigningInUsers signingIn, TellingRefusals refusals) {
		this.tenants = tenants;
		this.users = users;
		this.signingIn = signingIn;
		this.refusals = refusals;
	}

	/// @param subject what the provider knows the user by
	/// @throws Claims.Insufficient if they name no tenant, or no level; it is told then
	AccessToken signIn(OidcSettings.Provider provider, String subject, Map<String, Object> claims,
			SigningInUsers.Visitor visitor) {
		Claims reading = new Claims(provider, this.tenants);
		TenantId tenant = tenant(reading, claims);
		String id = this.users.idOf(tenant, provider.issuer(), subject);
		User user = new User(tenant, id, reading.email(claims), name(reading, claims, id),
				level(reading, claims, tenant, id), this.users.usualLanguage(tenant));
		return this.signingIn.signIn(user, Voucher.provider(provider.id(), provider.issuer()), visitor);
	}

	private TenantId tenant(Claims reading, Map<String, Object> claims) {
		try {
			return reading.tenant(claims);
		}
		catch (Claims.Insufficient noTenant) {
			this.refusals.tell(noTenant.reason(), SignInWay.OIDC);
			throw noTenant;
		}
	}

	/// That the tenant's provider knows someone who has no business here is the tenant's
	/// to know.
	private int level(Claims reading, Map<String, Object> claims, TenantId tenant, String id) {
		try {
			return reading.level(claims);
		}
		catch (Claims.Insufficient noLevel) {
			this.refusals.tell(tenant, id, noLevel.reason(), SignInWay.OIDC);
			throw noLevel;
		}
	}

	/// A subject may be an account's name, so not even that stands in for a name.
	private static String name(Claims reading, Map<String, Object> claims, String id) {
		String name = reading.name(claims);
		String email = reading.email(claims);
		return !name.isBlank() ? name : !email.isBlank() ? email : id.substring(0, 8);
	}

}
