package dev.insyn.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.context.ApplicationContext;

/// Publishes pages without landing-page-service.
public final class PagesForTests {

	private PagesForTests() {
	}

	public static void publish(ApplicationContext service, TenantId tenant, String page) {
		service.getBean(Pages.class)
			.learn(tenant, new PageRules(page, 1, Map.of("sv", "Redigera egna data"), List.of(), null, List.of()),
					UUID.randomUUID().toString());
	}

}
