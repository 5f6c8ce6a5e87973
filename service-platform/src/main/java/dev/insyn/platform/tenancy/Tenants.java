package dev.insyn.platform.tenancy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The tenants this installation serves, from `insyn.tenants`, in that order.
public final class Tenants {

	private final Map<TenantId, Tenant> byId = new LinkedHashMap<>();

	public Tenants(Collection<Tenant> tenants) {
		for (Tenant tenant : tenants) {
			if (this.byId.put(tenant.id(), tenant) != null) {
				throw new IllegalArgumentException("Tenant " + tenant.id() + " is configured twice");
			}
		}
	}

	public Optional<Tenant> find(TenantId id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/// @throws UnknownTenant if this installation does not serve it
	public Tenant get(TenantId id) {
		return find(id).orElseThrow(() -> new UnknownTenant(id));
	}

	public Collection<Tenant> all() {
		return Collections.unmodifiableCollection(this.byId.values());
	}

}
