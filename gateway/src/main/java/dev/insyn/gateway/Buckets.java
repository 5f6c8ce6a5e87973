package dev.insyn.gateway;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

/// One bucket of tokens for each of a bounded number of clients.
class Buckets {

	private final LoadingCache<String, Bucket> buckets;

	Buckets(GatewaySettings.Rate rate, int remembered) {
		Bandwidth bandwidth = Bandwidth.builder()
			.capacity(rate.burst())
			.refillGreedy(rate.perMinute(), Duration.ofMinutes(1))
			.build();
		Duration full = Duration.ofSeconds(60 + 60L * rate.burst() / rate.perMinute());
		this.buckets = Caffeine.newBuilder()
			.maximumSize(remembered)
			.expireAfterAccess(full)
			.build((key) -> Bucket.builder().addLimit(bandwidth).build());
	}

	/// Takes a token.
	/// @return how long to wait if there is none, else null
	@Nullable Duration take(String key) {
		Bucket bucket = this.buckets.get(key);
		if (bucket.tryConsume(1)) {
			return null;
		}
		return wait(bucket);
	}

	/// Whether there is a token, without taking it.
	/// @return how long to wait if there is none, else null
	@Nullable Duration look(String key) {
		Bucket bucket = this.buckets.getIfPresent(key);
		return (bucket == null || bucket.getAvailableTokens() > 0) ? null : wait(bucket);
	}

	private static Duration wait(Bucket bucket) {
		return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()).plusSeconds(1);
	}

}
