package dev.insyn.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/// Limits events that anyone can cause as often as they like, in bounded memory: so many a minute for each cause, the
/// rest is only counted.
public final class Throttle {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private static final int REMEMBERED = 10_000;

	private final int perMinute;

	private final Clock clock;

	private final Cache<String, Counted> counted = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterAccess(WINDOW.multipliedBy(10))
		.build();

	public Throttle(int perMinute, Clock clock) {
		this.perMinute = perMinute;
		this.clock = clock;
	}

	/// Asks whether one more may be told.
	/// @return empty if not, else how many were not told since the last one
	public OptionalLong take(String cause) {
		Instant now = this.clock.instant();
		Counted after = this.counted.asMap()
			.compute(cause, (_, before) -> (before != null) ? before.more(now, this.perMinute) : Counted.first(now));
		return after.told() ? OptionalLong.of(after.reported()) : OptionalLong.empty();
	}

	/// @param inWindow how many were told since the window began
	/// @param untold how many were not told, until one is told
	/// @param told whether the last one was
	/// @param reported how many had not been told when the last one was
	private record Counted(Instant began, int inWindow, long untold, boolean told, long reported) {

		static Counted first(Instant now) {
			return new Counted(now, 1, 0, true, 0);
		}

		Counted more(Instant now, int perMinute) {
			boolean fresh = !now.isBefore(this.began.plus(WINDOW));
			Instant window = fresh ? now : this.began;
			int before = fresh ? 0 : this.inWindow;
			return (before < perMinute) ? new Counted(window, before + 1, 0, true, this.untold)
					: new Counted(window, before, this.untold + 1, false, 0);
		}

	}

}
