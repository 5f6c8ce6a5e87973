package dev.insyn.bench;

import java.util.Map;

/// The gateway's limits, out of the way.
final class Limits {

	static final Map<String, String> RAISED = Map.of("INSYN_GATEWAY_LIMITS_ADDRESS_BURST", "100000000",
			"INSYN_GATEWAY_LIMITS_ADDRESS_PERMINUTE", "100000000", "INSYN_GATEWAY_LIMITS_LINK_BURST", "100000000",
			"INSYN_GATEWAY_LIMITS_LINK_PERMINUTE", "100000000");

	private Limits() {
	}

}
