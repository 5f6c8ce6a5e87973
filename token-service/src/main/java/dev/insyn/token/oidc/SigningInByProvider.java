package dev.insyn.token.oidc;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.OidcSettings;
import dev.insyn.token.session.SignInWay;
import dev.insyn.token.session.SigningInUsers;
import dev.insyn.token.session.Voucher;
import dev.insyn.token.signin.TellingRefusals;
import dev.insyn.token.signing.AccessToken;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// A user whom a provider vouches for signs in, if the provider's claims name a tenant and a level that are known here.
@Component
class SigningInByProvider {

	private final VouchedUsers users;

	private final SigningInUsers signingIn;

	private final TellingRefusals refusals;

	SigningInByProvider(VouchedUsers users, SigningInUsers signingIn, TellingRefusals refusals) {
		this.users = users;
		this.signingIn = signingIn;
		this.refusals = refusals;
	}

	/// @param refreshToken to ask the provider again; null if it gave none
	/// @throws Claims.Insufficient if they name no tenant, or no level; it is told then
	AccessToken signIn(OidcSettings.Provider provider, OidcUser vouched, @Nullable String refreshToken,
			SigningInUsers.Visitor visitor) {
		try {
			return this.signingIn.signIn(this.users.of(provider, vouched),
					Voucher.provider(provider.id(), provider.issuer(), refreshToken), visitor);
		}
		catch (Claims.Insufficient claims) {
			tell(claims);
			throw claims;
		}
	}

	/// That the tenant's provider knows someone who has no business here is the tenant's
	/// to know.
	private void tell(Claims.Insufficient claims) {
		TenantId tenant = claims.tenant();
		String user = claims.user();
		if (tenant != null && user != null) {
			this.refusals.tell(tenant, user, claims.reason(), SignInWay.OIDC);
		}
		else {
			this.refusals.tell(claims.reason(), SignInWay.OIDC);
		}
	}

}
