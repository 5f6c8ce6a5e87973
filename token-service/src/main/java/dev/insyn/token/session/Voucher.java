package dev.insyn.token.session;

import org.jspecify.annotations.Nullable;

/// Who says that a user is who it claims to be.
///
/// @param source as it is kept with the user: the configuration, or an OIDC issuer
/// @param provider the OIDC provider's id; null for a password
/// @param refreshToken with which the provider can be asked again; null if it gave none
public record Voucher(SignInWay by, String source, @Nullable String provider, @Nullable String refreshToken) {

	public static Voucher password(String source) {
		return new Voucher(SignInWay.PASSWORD, source, null, null);
	}

	public static Voucher provider(String id, String issuer, @Nullable String refreshToken) {
		return new Voucher(SignInWay.OIDC, issuer, id, refreshToken);
	}

	@Override
	public String toString() {
		return "Voucher[" + this.by + ", " + this.provider + "]";
	}

}
