package dev.insyn.contact.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Tenants' keys without a database.
public final class TenantKeyForTests {

	private TenantKeyForTests() {
	}

	public static TenantKey of(String tenant) {
		return new TenantKey(Arrays.copyOf(tenant.getBytes(StandardCharsets.UTF_8), 32));
	}

}
