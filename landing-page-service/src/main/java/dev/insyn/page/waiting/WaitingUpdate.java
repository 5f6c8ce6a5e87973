package dev.insyn.page.waiting;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// An update that was accepted while contact-service was away. Its values are sealed to contact-service's public key, so
/// this service itself cannot read them again.
///
/// @param key the idempotency key under which it is delivered, however often
/// @param link null from the portal
/// @param sealed JWE in compact form
/// @param fields the keys of what it changes
/// @param follows the keys of the contact's updates that waited before it; contact-service takes what they change as seen
record WaitingUpdate(String key, String page, @Nullable String link, Instant receivedAt, String sealed,
		List<String> fields, List<String> follows) {

	/// As many of the latest earlier updates are named at most; contact-service remembers
	/// no more of them.
	private static final int MOST_FOLLOWED = 32;

	/// @param follows null in what was kept before there was such a thing
	@SuppressWarnings("ConstantValue")
	WaitingUpdate {
		follows = (follows != null) ? follows : List.of();
		follows = follows.subList(Math.max(0, follows.size() - MOST_FOLLOWED), follows.size());
	}

	/// Behind another one of the same queue, and so behind all that the other one
	/// followed.
	WaitingUpdate behind(WaitingUpdate other) {
		List<String> all = Stream.concat(other.follows.stream(), Stream.of(other.key)).toList();
		return new WaitingUpdate(this.key, this.page, this.link, this.receivedAt, this.sealed, this.fields, all);
	}

}
