package dev.insyn.testing;

/// Where the token service of [TestTokens] is, for those who must know it before the context is there.
public final class TokenServiceAddress {

	private TokenServiceAddress() {
	}

	public static String get() {
		return TokenServiceForTests.get().address();
	}

}
