package dev.insyn.contact;

import dev.insyn.testing.openapi.OpenApi;
import org.junit.jupiter.api.Test;

/// What other programs read of the API is what the controllers do.
class OpenApiTests {

	@Test
	void saysWhatTheControllersTakeAndAnswer() {
		OpenApi.check("contact-service", "dev.insyn.contact",
				"Contacts, the field catalogue, records of contacts and organisations, and the keys that seal them.");
	}

}
