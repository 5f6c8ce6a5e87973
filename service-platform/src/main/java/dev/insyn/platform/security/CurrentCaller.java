package dev.insyn.platform.security;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;

/// The caller of the request that this thread serves.
final class CurrentCaller {

	private CurrentCaller() {
	}

	/// @throws Problem 401 if nobody is known, as on a public path
	static CallerAuthentication authentication() {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known) {
			return known;
		}
		throw new Problem(HttpStatus.UNAUTHORIZED, "urn:insyn:problem:unauthenticated", "Needs a token");
	}

	/// @throws Problem 403 if the caller is of another kind
	static <C> C as(Class<C> kind) {
		Caller caller = authentication().caller();
		if (!kind.isInstance(caller)) {
			throw new Problem(HttpStatus.FORBIDDEN, "urn:insyn:problem:wrong-caller",
					"Not for a " + caller.actor().kind().name().toLowerCase(java.util.Locale.ROOT));
		}
		return kind.cast(caller);
	}

}
