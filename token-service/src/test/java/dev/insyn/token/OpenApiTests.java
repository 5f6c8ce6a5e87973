package dev.insyn.token;

import dev.insyn.testing.openapi.OpenApi;
import org.junit.jupiter.api.Test;

/// What other programs read of the API is what the controllers do.
class OpenApiTests {

	@Test
	void saysWhatTheControllersTakeAndAnswer() {
		OpenApi.check("token-service", "dev.insyn.token",
				"Links, sessions, users and API clients, and the access tokens they get.");
	}

}
