package dev.insyn.token.link;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Lets one contact open one page until it expires or is revoked, as often as it likes.
///
/// @param expires null: never
/// @param revoked when it was revoked, null if it was not
/// @param opened how many times
record Link(String contact, String page, Instant issued, @Nullable Instant expires, @Nullable Instant revoked,
		int opened, @Nullable Instant lastOpened) {

	static Link issue(String contact, String page, Instant now, @Nullable Instant expires) {
		return new Link(contact, page, now, expires, null, 0, null);
	}

	boolean works(Instant now) {
		return this.revoked == null && (this.expires == null || now.isBefore(this.expires));
	}

	/// @throws LinkDoesNotWork if it has expired or was revoked
	Link open(Instant now) {
		if (!works(now)) {
			throw new LinkDoesNotWork();
		}
		return new Link(this.contact, this.page, this.issued, this.expires, null, this.opened + 1, now);
	}

	/// Revoking twice changes nothing.
	Link revoke(Instant now) {
		return (this.revoked != null) ? this
				: new Link(this.contact, this.page, this.issued, this.expires, now, this.opened, this.lastOpened);
	}

	State state(Instant now) {
		if (this.revoked != null) {
			return State.REVOKED;
		}
		return works(now) ? State.WORKS : State.EXPIRED;
	}

	/// How a link stands.
	enum State {

		WORKS, EXPIRED, REVOKED

	}

}
