package dev.insyn.token.portal;

import java.time.Instant;

import dev.insyn.token.session.Browser;
import org.jspecify.annotations.Nullable;

/// One sign-in of a contact in one browser. Where it came from is not kept.
///
/// @param ended null while it goes on or has run out by itself
record PortalSession(String contact, Instant began, Browser browser, PortalWay by, @Nullable Instant ended) {

	PortalSession end(Instant now) {
		return new PortalSession(this.contact, this.began, this.browser, this.by, now);
	}

}
