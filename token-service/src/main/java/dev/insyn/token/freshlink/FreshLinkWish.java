package dev.insyn.token.freshlink;

import org.jspecify.annotations.Nullable;

/// What somebody asked for.
///
/// @param email as it was typed
/// @param link the id of the link that works no more; null if it can't be one
/// @param language in which it was asked
record FreshLinkWish(String email, @Nullable String link, String language) {

	/// Without the address.
	@Override
	public String toString() {
		return "FreshLinkWish[" + this.language + "]";
	}

}
