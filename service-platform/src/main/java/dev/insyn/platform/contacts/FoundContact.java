package dev.insyn.platform.contacts;

import org.jspecify.annotations.Nullable;

/// A contact to choose.
public record FoundContact(String id, String displayName, @Nullable String email, @Nullable String organisationName) {

	@Override
	public String toString() {
		return "FoundContact[" + this.id + "]";
	}

}
