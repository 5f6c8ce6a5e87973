package dev.insyn.notification;

import dev.insyn.testing.openapi.OpenApi;
import org.junit.jupiter.api.Test;

/// What other programs read of the API is what the controllers do.
class OpenApiTests {

	@Test
	void saysWhatTheControllersTakeAndAnswer() {
		OpenApi.check("notification-service", "dev.insyn.notification", "Mail and activities.");
	}

}
