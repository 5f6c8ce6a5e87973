package dev.insyn.platform.tenancy;

import java.time.ZoneId;
import java.util.List;

/// A company that uses Insyn. Its first language is the one it falls back on.
public record Tenant(TenantId id, String name, List<String> languages, ZoneId timeZone, String country,
		String contactEmail) {

	public Tenant {
		languages = List.copyOf(languages);
		if (languages.isEmpty()) {
			throw new IllegalArgumentException("Tenant " + id + " needs at least one language");
		}
	}

}
