package dev.insyn.token.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The codes that a contact got lately, so that nobody fills its mailbox, and nobody gets more guesses by asking for more.
///
/// @param sent when, of the last day, oldest first
/// @param last the newest of them
record CodesOfContact(List<Instant> sent, Instant last) {

	private static final Duration DAY = Duration.ofDays(1);

	static final CodesOfContact NONE = new CodesOfContact(List.of(), Instant.EPOCH);

	CodesOfContact {
		sent = List.copyOf(sent);
	}

	boolean mayGetAnother(AccessCodeSettings settings, Instant now) {
		return !now.isBefore(this.last.plus(settings.apart())) && since(now.minus(DAY)).size() < settings.perDay();
	}

	CodesOfContact another(Instant now) {
		return new CodesOfContact(Stream.concat(since(now.minus(DAY)).stream(), Stream.of(now)).toList(), now);
	}

	private List<Instant> since(Instant begin) {
		return this.sent.stream().filter((at) -> at.isAfter(begin)).toList();
	}

}
