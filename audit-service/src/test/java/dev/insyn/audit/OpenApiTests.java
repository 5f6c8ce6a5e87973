package dev.insyn.audit;

import dev.insyn.testing.openapi.OpenApi;
import org.junit.jupiter.api.Test;

/// What other programs read of the API is what the controllers do.
class OpenApiTests {

	@Test
	void saysWhatTheControllersTakeAndAnswer() {
		OpenApi.check("audit-service", "dev.insyn.audit",
				"The tamper-evident log of everything that happened, one chain per tenant.");
	}

}
