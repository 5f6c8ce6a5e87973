package dev.insyn.token.portal;

import java.time.Duration;
import java.time.Instant;

import dev.insyn.token.session.Browser;
import org.jspecify.annotations.Nullable;

/// A browser that its contact wants remembered, so that it needs no code. Its secret changes with each use: an old one that
/// comes again was copied, and ends it.
///
/// @param hash of the secret that the browser has
/// @param before of the one before, which a second click may still bring for a moment
/// @param ended when it was forgotten; null while it is remembered
record Device(String contact, Instant added, Instant used, Browser browser, String hash, String before,
		@Nullable Instant ended) {

	private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);

	static Device remembered(String contact, Instant now, Browser browser, String hash) {
		return new Device(contact, now, now, browser, hash, "", null);
	}

	boolean isOn(Instant now, Duration longest) {
		return this.ended == null && now.isBefore(this.used.plus(longest));
	}

	boolean has(String other) {
		return this.hash.equals(other);
	}

	/// Whether the secret is the one of just now, clicked twice.
	boolean hadJustNow(String other, Instant now) {
		return this.before.equals(other) && now.isBefore(this.used.plus(DOUBLE_CLICK));
	}

	Device use(Instant now, String next) {
		return new Device(this.contact, this.added, now, this.browser, next, this.hash, null);
	}

	Device end(Instant now) {
		return new Device(this.contact, this.added, this.used, this.browser, this.hash, this.before, now);
	}

}
