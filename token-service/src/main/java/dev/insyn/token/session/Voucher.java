package dev.insyn.token.session;

import org.jspecify.annotations.Nullable;

/// Who says that a user is who it claims to be.
///
/// @param source as it is kept with the user: the configuration, or an OIDC issuer
/// @param provider the OIDC provider's id; null for a password
public record Voucher(SignInWay by, String source, @Nullable String provider) {

	public static Voucher password(String source) {
		return new Voucher(SignInWay.PASSWORD, source, null);
	}

	public static Voucher provider(String id, String issuer) {
		return new Voucher(SignInWay.OIDC, issuer, id);
	}

}
