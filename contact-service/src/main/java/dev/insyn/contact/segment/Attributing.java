package dev.insyn.contact.segment;

import java.time.Clock;
import java.time.LocalDate;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.segment.filter.Attributes;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// Knows what a tenant's filters can ask about, as of today where the tenant is.
@Component
public class Attributing {

	private final FieldCatalogues catalogues;

	private final Tenants tenants;

	private final Clock clock;

	Attributing(FieldCatalogues catalogues, Tenants tenants, Clock clock) {
		this.catalogues = catalogues;
		this.tenants = tenants;
		this.clock = clock;
	}

	public Attributes of(TenantId id) {
		Tenant tenant = this.tenants.get(id);
		return new Attributes(this.catalogues.of(id), tenant.timeZone(),
				LocalDate.ofInstant(this.clock.instant(), tenant.timeZone()));
	}

}
