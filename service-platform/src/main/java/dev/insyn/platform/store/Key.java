package dev.insyn.platform.store;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// A document's `_id`: `tenant:id`, so that collections shard by tenant, or the plain id where there is no tenant. A
/// tenant's id has no colon, so no id can reach into another tenant.
record Key(@Nullable TenantId tenant, String id) {

	String composed() {
		return (this.tenant != null) ? this.tenant + ":" + this.id : this.id;
	}

	static Key parse(String composed, boolean tenanted) {
		if (!tenanted) {
			return new Key(null, composed);
		}
		int colon = composed.indexOf(':');
		return new Key(new TenantId(composed.substring(0, colon)), composed.substring(colon + 1));
	}

}
