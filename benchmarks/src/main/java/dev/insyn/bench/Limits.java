package dev.insyn.bench;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The gateway's limits, out of the way.
final class Limits {

	static final Map<String, String> RAISED = Stream.of("ADDRESS", "LINK", "GUESSES", "SIGNINS", "FRESHLINKS")
		.flatMap((limit) -> Stream.of(limit + "_BURST", limit + "_PERMINUTE"))
		.collect(Collectors.toMap((limit) -> "INSYN_GATEWAY_LIMITS_" + limit, (_) -> "100000000"));

	private Limits() {
	}

}
