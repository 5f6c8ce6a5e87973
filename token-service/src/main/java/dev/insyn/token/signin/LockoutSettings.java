package dev.insyn.token.signin;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How wrong passwords slow down whoever tries them.
///
/// @param free as many wrong tries cost no waiting
/// @param first how long one waits after the next; each further one doubles it
/// @param longest one never waits longer
/// @param forgotten tries are forgotten after so long without one
@ConfigurationProperties("insyn.token.lockout")
record LockoutSettings(@DefaultValue("4") int free, @DefaultValue("30s") Duration first,
		@DefaultValue("15m") Duration longest, @DefaultValue("1h") Duration forgotten) {

	Instant lockedUntil(int tries, Instant now) {
		int over = tries - this.free;
		if (over <= 0) {
			return now;
		}
		double seconds = this.first.toSeconds() * Math.pow(2, over - 1.0);
		return now.plusSeconds((long) Math.min(seconds, this.longest.toSeconds()));
	}

}
