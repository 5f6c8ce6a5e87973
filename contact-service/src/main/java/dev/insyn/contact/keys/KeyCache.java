package dev.insyn.contact.keys;

import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

/// Unwrapped keys, for a minute at most, so that a destroyed key is soon nowhere in memory either.
final class KeyCache<K, V> {

	static final Duration LONGEST = Duration.ofSeconds(60);

	private static final int MOST = 20_000;

	private final Cache<K, V> cache;

	KeyCache(Ticker ticker) {
		this.cache = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).ticker(ticker).build();
	}

	V get(K id, Function<K, V> load) {
		return this.cache.get(id, load);
	}

	@Nullable V find(K id, Function<K, @Nullable V> load) {
		return this.cache.get(id, load);
	}

	boolean has(K id) {
		return this.cache.getIfPresent(id) != null;
	}

	void put(K id, V key) {
		this.cache.put(id, key);
	}

	void drop(K id) {
		this.cache.invalidate(id);
	}

}
