package dev.insyn.notification.template;

import java.time.Instant;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;

/// Puts templates where the editor would.
public final class TemplatesForTests {

	private TemplatesForTests() {
	}

	/// @return its id
	public static String service(Templates templates, TenantId tenant, String subject, String body) {
		return templates
			.add(tenant,
					new MailTemplate("Mall", MailTemplate.Kind.SERVICE, Map.of("sv", new Words(subject, "", body)),
							Instant.now(), "karin"))
			.id();
	}

}
