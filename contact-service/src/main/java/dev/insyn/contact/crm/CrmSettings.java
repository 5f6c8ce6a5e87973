package dev.insyn.contact.crm;

import java.util.Set;

import dev.insyn.platform.tenancy.TenantId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `insyn.contact.crm`.
///
/// @param plainValuesAllowedFor ids of tenants whose CRM can't encrypt; none unless named
@ConfigurationProperties("insyn.contact.crm")
record CrmSettings(@DefaultValue Set<String> plainValuesAllowedFor) {

	boolean allowsPlainValues(TenantId tenant) {
		return this.plainValuesAllowedFor.contains(tenant.value());
	}

}
