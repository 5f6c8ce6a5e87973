package dev.insyn.platform.tenancy;

import java.time.ZoneId;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `insyn.tenants`.
@ConfigurationProperties("insyn")
record TenantSettings(@DefaultValue List<Entry> tenants) {

	Tenants toTenants() {
		return new Tenants(this.tenants.stream().map(Entry::toTenant).toList());
	}

	record Entry(String id, String name, @DefaultValue("en") List<String> languages,
			@DefaultValue("Europe/Stockholm") ZoneId timeZone, @DefaultValue("SE") String country,
			@DefaultValue("") String contactEmail) {

		Tenant toTenant() {
			return new Tenant(new TenantId(this.id), this.name, this.languages, this.timeZone, this.country,
					this.contactEmail);
		}

	}

}
