package dev.insyn.token.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import dev.insyn.platform.tenancy.TenantId;

import dev.insyn.token.session.Browser;
import org.jspecify.annotations.Nullable;

/// One sign-in of a contact in one browser. Where it came from is not kept.
///
/// @param ended null while it goes on or has run out by itself
record PortalSession(String contact, Instant began, Browser browser, PortalWay by, @Nullable Instant ended) {

	/// The id of the session that a proof begins; the proof can't be found in it.
	static String idFrom(TenantId tenant, String proof) {
		try {
			ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
				.digest((tenant + "|portal-session|" + proof).getBytes(StandardCharsets.UTF_8)));
			return new UUID(hash.getLong(), hash.getLong()).toString();
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	PortalSession end(Instant now) {
		return new PortalSession(this.contact, this.began, this.browser, this.by, now);
	}

}
