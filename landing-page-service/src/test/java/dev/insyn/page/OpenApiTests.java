package dev.insyn.page;

import dev.insyn.testing.openapi.OpenApi;
import org.junit.jupiter.api.Test;

/// What other programs read of the API is what the controllers do.
class OpenApiTests {

	@Test
	void saysWhatTheControllersTakeAndAnswer() {
		OpenApi.check("landing-page-service", "dev.insyn.page", "Landing pages, themes and texts.");
	}

}
