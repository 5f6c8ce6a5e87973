package dev.insyn.bench;

import java.util.Map;

/// The gateway's limits, out of the way.
final class Limits {

	static final Map<String, String> RAISED = Map.of();

	private Limits() {
	}

}
