package dev.insyn.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// That an e-mail address was changed, kept for a while to tell whoever reads the old one.
///
/// @param id of the wish
/// @param before the old address; null if there was none
public record EmailNotice(String id, @Nullable String before, Instant at, String language) {

	/// Without the address, so that no log or exception can name it.
	@Override
	public String toString() {
		return "EmailNotice[" + this.id + "]";
	}

}
