package dev.insyn.token.link;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Lets one contact open one page until it expires or is revoked, as often as it likes. Its lifetime is what the page's
/// rule said when it was issued; a rule that changes later changes no link.
///
/// @param expires null: never
/// @param revoked when it was revoked, null if it was not
/// @param opened how many times
/// @param mailing by which the contact got it, null if by none
public record Link(String contact, String page, Instant issued, @Nullable Instant expires, @Nullable Instant revoked,
		int opened, @Nullable Instant lastOpened, @Nullable String mailing) {

	static Link issue(String contact, String page, Instant now, @Nullable Instant expires, @Nullable String mailing) {
		return new Link(contact, page, now, expires, null, 0, null, mailing);
	}

	/// Whether it has neither expired nor been revoked.
	public boolean works(Instant now) {
		return this.revoked == null && (this.expires == null || now.isBefore(this.expires));
	}

	/// Whether it never expires and was issued longer ago than that.
	boolean isOlderThan(Duration age, Instant now) {
		return this.expires == null && now.isAfter(this.issued.plus(age));
	}

	/// @throws LinkDoesNotWork if it has expired or was revoked
	Link open(Instant now) {
		if (!works(now)) {
			throw new LinkDoesNotWork();
		}
		return new Link(this.contact, this.page, this.issued, this.expires, null, this.opened + 1, now, this.mailing);
	}

	/// Revoking twice changes nothing.
	Link revoke(Instant now) {
		return (this.revoked != null) ? this : new Link(this.contact, this.page, this.issued, this.expires, now,
				this.opened, this.lastOpened, this.mailing);
	}

	/// @param archived whether its page was taken from its contacts
	LinkState state(Instant now, boolean archived) {
		if (this.revoked != null) {
			return LinkState.REVOKED;
		}
		if (!works(now)) {
			return LinkState.EXPIRED;
		}
		return archived ? LinkState.PAGE_ARCHIVED : LinkState.WORKS;
	}

}
