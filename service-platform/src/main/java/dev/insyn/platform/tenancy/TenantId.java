package dev.insyn.platform.tenancy;

import java.util.regex.Pattern;

/// The short name of a tenant, as it stands in ids, keys and tokens.
public record TenantId(String value) {

	private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{2,40}");

	public TenantId {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("A tenant id is 2 to 40 of a-z, 0-9 and -");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
