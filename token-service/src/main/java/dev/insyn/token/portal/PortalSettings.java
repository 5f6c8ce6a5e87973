package dev.insyn.token.portal;

import java.time.Duration;
import java.util.Set;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How contacts may sign in.
///
/// @param rememberDevicesFor ids of the tenants whose contacts may have a device remembered
/// @param devices how long a device that is not used is remembered
@ConfigurationProperties("insyn.token.portal")
record PortalSettings(@DefaultValue Set<String> rememberDevicesFor, @DefaultValue("90d") Duration devices) {

	boolean remembersDevices(TenantId tenant) {
		return this.rememberDevicesFor.contains(tenant.value());
	}

}
