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

	/// The chain of what Insyn itself tells that happened to the installation and to no
	/// tenant of it, such as tries to sign in as nobody that there is.
	static final TenantId INSTALLATION = new TenantId("insyn-installation");

	/// Only our own services write here.
	private static final String INSTALLATIONS_TOPIC = "insyn.users";

	private static final List<TenantId> OWN = List.of(UNATTRIBUTED, INSTALLATION);

	private final Tenants tenants;

	ChainNames(Tenants tenants) {
		this.tenants = tenants;
		if (tenants.all().stream().map(Tenant::id).anyMatch(OWN::contains)) {
			throw new IllegalArgumentException("A tenant has the name of a chain of the installation's own");
		}
	}

	List<TenantId> all() {
		return Stream.concat(this.tenants.all().stream().map(Tenant::id), OWN.stream()).toList();
	}

	/// The chain of the tenant with that name, if there is one.
	/// @param topic where it was told
	TenantId of(String tenant, String topic) {
		if (tenant.equals(INSTALLATION.value()) && topic.equals(INSTALLATIONS_TOPIC)) {
			return INSTALLATION;
		}
		return this.tenants.all()
			.stream()
			.map(Tenant::id)
			.filter((id) -> id.value().equals(tenant))
			.findFirst()
			.orElse(UNATTRIBUTED);
	}

}
