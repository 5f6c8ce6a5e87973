package dev.insyn.testing;

import com.sun.net.httpserver.HttpHandler;

/// Where the token service of [TestTokens] is, for those who must know it before the context is there.
public final class TokenServiceAddress {

	private TokenServiceAddress() {
	}

	/// Has it answer at one more address.
	public static void serve(String path, HttpHandler handler) {
		TokenServiceForTests.get().serve(path, handler);
	}

	public static String get() {
		return TokenServiceForTests.get().address();
	}

}
