package dev.insyn.platform.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/// The links that were revoked while tokens of their sessions may still be valid. token-service renews none of these
/// sessions; this ends them before their token does, without asking anybody.
///
/// Bounded: with more than that revoked within one token's life, the earliest of them end with their token.
public final class RevokedLinks {

	/// Longer than any access token of a contact.
	static final Duration REMEMBERED = Duration.ofMinutes(15);

	private static final int MOST = 50_000;

	private final Cache<String, Boolean> links;

	RevokedLinks() {
		this(Ticker.systemTicker());
	}

	RevokedLinks(Ticker ticker) {
		this.links = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).ticker(ticker).build();
	}

	/// @param link its id
	public void add(String link) {
		this.links.put(link, Boolean.TRUE);
	}

	boolean contains(String link) {
		return this.links.getIfPresent(link) != null;
	}

}
