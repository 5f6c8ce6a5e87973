package dev.insyn.platform.tenancy;

import java.time.ZoneId;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The tenants as configured.
///
/// @param tenants the tenants this installation serves
@ConfigurationProperties("insyn")
record TenantSettings(@DefaultValue List<Entry> tenants) {

	Tenants toTenants() {
		return new Tenants(this.tenants.stream().map(Entry::toTenant).toList());
	}

	/// @param id its short name, [a-z0-9-]{2,40}
	/// @param name as people know it
	/// @param languages that its pages speak, the first one to fall back on
	/// @param timeZone of its dates
	/// @param country ISO alpha-2, for phone numbers and addresses
	/// @param contactEmail where its contacts may turn
	record Entry(String id, String name, @DefaultValue("en") List<String> languages,
			@DefaultValue("Europe/Stockholm") ZoneId timeZone, @DefaultValue("SE") String country,
			@DefaultValue("") String contactEmail) {

		Tenant toTenant() {
			return new Tenant(new TenantId(this.id), this.name, this.languages, this.timeZone, this.country,
					this.contactEmail);
		}

	}

}
