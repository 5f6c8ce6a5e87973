package dev.insyn.audit;

import java.util.List;
import java.util.stream.Stream;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;

import org.springframework.stereotype.Component;

/// Which chains there are: one for each tenant, and one for what belongs to none.
@Component
class ChainNames {

	/// The chain of messages that belong to no tenant that there is.
	static final TenantId UNATTRIBUTED = new TenantId("insyn-unattributed");

	private final Tenants tenants;

	ChainNames(Tenants tenants) {
		this.tenants = tenants;
	}

	List<TenantId> all() {
		return Stream.concat(this.tenants.all().stream().map(Tenant::id), Stream.of(UNATTRIBUTED)).toList();
	}

	/// The chain of the tenant with that name, if there is one.
	TenantId of(String tenant) {
		return this.tenants.all()
			.stream()
			.map(Tenant::id)
			.filter((id) -> id.value().equals(tenant))
			.findFirst()
			.orElse(UNATTRIBUTED);
	}

}
