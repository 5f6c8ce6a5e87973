package dev.insyn.token.portal;

import java.time.Instant;

import dev.insyn.token.session.Browser;

/// A contact's passkey: the public half of a key pair whose private half never leaves the contact's device.
///
/// @param credential the credential's id, base64url, as browsers name it
/// @param attested id and public key as the standard writes them (WebAuthn, 6.5.1)
/// @param backupEligible whether it may be copied between the contact's devices, which never changes
/// @param counter how often it signed, if it counts: one that goes back was copied
@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never compared
record Passkey(String contact, String credential, byte[] attested, boolean backupEligible, long counter, Instant added,
		Instant used, Browser browser) {

	Passkey signed(long count, Instant now) {
		return new Passkey(this.contact, this.credential, this.attested, this.backupEligible, count, this.added, now,
				this.browser);
	}

}
