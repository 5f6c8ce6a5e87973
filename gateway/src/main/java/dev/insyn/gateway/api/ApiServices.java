package dev.insyn.gateway.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// The services that have an API, in the order in which people read of them.
@ConfigurationProperties("insyn.services")
record ApiServices(URI contact, URI landingPage, URI token, URI notification, URI audit) {

	Map<String, URI> byName() {
		Map<String, URI> services = new LinkedHashMap<>();
		services.put("contact-service", this.contact);
		services.put("landing-page-service", this.landingPage);
		services.put("token-service", this.token);
		services.put("notification-service", this.notification);
		services.put("audit-service", this.audit);
		return services;
	}

}
