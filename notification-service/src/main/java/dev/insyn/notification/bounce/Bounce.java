package dev.insyn.notification.bounce;

import org.jspecify.annotations.Nullable;

/// What a mail server says of a mail that it could finally not deliver (RFC 3464).
///
/// @param status its class, subject and detail, such as `5.1.1` (RFC 3463)
/// @param words what the server said, without addresses; null if nothing
public record Bounce(String status, @Nullable String words) {

	/// Whether trying again can't help: the mail is at fault or, more often, its address.
	/// Else the server gave up after it had
	/// tried for long.
	public boolean isPermanent() {
		return this.status.startsWith("5.");
	}

}
