package dev.insyn.token.user;

import java.time.Instant;

import dev.insyn.platform.sealing.SealedValue;

/// What is kept of a user who has signed in.
///
/// @param source who vouched for it: the configuration, which then knows better, or an OIDC issuer
/// @param person name and address, sealed
/// @param level the permission level that the source told last
record KnownUser(String source, SealedValue person, int level, String language, Instant signedIn) {

	KnownUser vouchedFor(SealedValue again, int now, Instant when) {
		return new KnownUser(this.source, again, now, this.language, when);
	}

	KnownUser speaking(String chosen) {
		return new KnownUser(this.source, this.person, this.level, chosen, this.signedIn);
	}

}
