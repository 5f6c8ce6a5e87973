package dev.insyn.token.link;

import java.time.Duration;
import java.util.Map;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// From which age on a link that never expires asks for a code.
///
/// @param askForCode in the whole installation
/// @param tenants otherwise for a tenant, by id
@ConfigurationProperties("insyn.token.old-links")
record OldLinkSettings(@DefaultValue("90d") Duration askForCode, @DefaultValue Map<String, Duration> tenants) {

	Duration of(TenantId tenant) {
		return this.tenants.getOrDefault(tenant.value(), this.askForCode);
	}

}
