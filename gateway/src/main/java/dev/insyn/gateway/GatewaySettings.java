package dev.insyn.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much the gateway lets through, and what it trusts.
///
/// @param trustedProxies networks (CIDR) of proxies whose `X-Forwarded-For` is believed
/// @param passedHeaders request headers that reach a service; what is not named here does not
/// @param maxBody a longer request body is refused with 413
/// @param largerBodies the same for paths that take more, by pattern: images, imported
/// pages, contacts by the thousand
/// @param bodyMemory all bodies that are being received together may take this much
/// @param bodyTimeout a body that takes longer to arrive is refused with 408
/// @param traceSampling the share of requests whose trace is recorded, 0 to 1
@ConfigurationProperties("insyn.gateway")
record GatewaySettings(@DefaultValue List<String> trustedProxies, @DefaultValue List<String> passedHeaders,
		@DefaultValue("256KB") DataSize maxBody, @DefaultValue Map<String, DataSize> largerBodies,
		@DefaultValue("48MB") DataSize bodyMemory, @DefaultValue("10s") Duration bodyTimeout,
		@DefaultValue("0.1") double traceSampling, @DefaultValue Limits limits, @DefaultValue Renewal renewal,
		@DefaultValue Breaker breaker) {

	/// @param remembered addresses and links that are counted at a time; the least used
	/// are
	/// forgotten, so that no attacker can fill the memory
	record Limits(@DefaultValue Address address, @DefaultValue Link link, @DefaultValue Guesses guesses,
			@DefaultValue SignIns signIns, @DefaultValue FreshLinks freshLinks, @DefaultValue("50000") int remembered) {
	}

	/// All requests of one client address; room for an office behind one.
	record Address(@DefaultValue("600") int burst, @DefaultValue("1800") int perMinute) {
		Rate rate() {
			return new Rate(this.burst, this.perMinute);
		}
	}

	/// All requests with one link: opening it, and its page.
	record Link(@DefaultValue("60") int burst, @DefaultValue("120") int perMinute) {
		Rate rate() {
			return new Rate(this.burst, this.perMinute);
		}
	}

	/// Links tried by one client address that don't work.
	record Guesses(@DefaultValue("30") int burst, @DefaultValue("3") int perMinute) {
		Rate rate() {
			return new Rate(this.burst, this.perMinute);
		}
	}

	/// Tries of one client address to sign in, right or wrong; room for an office in the
	/// morning.
	record SignIns(@DefaultValue("30") int burst, @DefaultValue("10") int perMinute) {
		Rate rate() {
			return new Rate(this.burst, this.perMinute);
		}
	}

	/// Wishes of one client address for a fresh link, whatever is typed.
	record FreshLinks(@DefaultValue("10") int burst, @DefaultValue("2") int perMinute) {
		Rate rate() {
			return new Rate(this.burst, this.perMinute);
		}
	}

	/// @param burst how many at once
	/// @param perMinute how many in the long run
	record Rate(int burst, int perMinute) {
	}

	/// When tokens are renewed.
	record Renewal(@DefaultValue Contacts contact, @DefaultValue Users user, @DefaultValue("2s") Duration timeout) {
		Window of(BrowserCookie cookie) {
			return switch (cookie) {
				case CONTACT -> new Window(this.contact.before(), this.contact.within());
				case USER -> new Window(this.user.before(), this.user.within());
			};
		}
	}

	/// Tokens of contacts, which live ten minutes.
	record Contacts(@DefaultValue("5m") Duration before, @DefaultValue("30m") Duration within) {
	}

	/// Tokens of users, which live two minutes.
	record Users(@DefaultValue("30s") Duration before, @DefaultValue("2h") Duration within) {
	}

	/// @param before a token is renewed when it has less than this left
	/// @param within a token that expired longer ago than this is not renewed any more
	record Window(Duration before, Duration within) {
	}

	/// @param calls how many of the last calls are looked at
	/// @param atLeast with fewer calls a breaker stays closed
	/// @param failures the share that opens it, in percent
	/// @param pause how long an open breaker waits until it tries again
	record Breaker(@DefaultValue("50") int calls, @DefaultValue("10") int atLeast, @DefaultValue("50") int failures,
			@DefaultValue("5s") Duration pause) {
	}

}
