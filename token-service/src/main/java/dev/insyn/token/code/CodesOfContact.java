package dev.insyn.token.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The codes that a contact got, or that were asked for with an address, lately, so that nobody fills its mailbox, and nobody gets more guesses by asking for more.
///
/// @param sent when, of the last day, oldest first
/// @param last the newest of them
record CodesOfContact(List<Instant> sent, Instant last) {

	private static final Duration DAY = Duration.ofDays(1);

	static final CodesOfContact NONE = new CodesOfContact(List.of(), Instant.EPOCH);

	CodesOfContact {
		sent = List.copyOf(sent);
	}

	/// How long until it may get another; zero if it may now.
	Duration wait(AccessCodeSettings settings, Instant now) {
		List<Instant> today = since(now.minus(DAY));
		Instant free = (today.size() < settings.perDay()) ? this.last.plus(settings.apart())
				: today.get(today.size() - settings.perDay()).plus(DAY);
		return now.isBefore(free) ? Duration.between(now, free) : Duration.ZERO;
	}

	CodesOfContact another(Instant now) {
		return new CodesOfContact(Stream.concat(since(now.minus(DAY)).stream(), Stream.of(now)).toList(), now);
	}

	private List<Instant> since(Instant begin) {
		return this.sent.stream().filter((at) -> at.isAfter(begin)).toList();
	}

}
