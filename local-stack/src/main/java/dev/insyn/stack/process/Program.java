package dev.insyn.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What to run, and how to see that it is ready.
///
/// @param rank programs of a lower rank are started first and stopped last
/// @param environment added to the few variables that every child gets; nothing else of the user's leaks in
/// @param log where both outputs go
public record Program(String name, int rank, int port, List<String> command, Map<String, String> environment, Path log,
		Readiness readiness) {

	/// Whether a running program takes requests.
	@FunctionalInterface
	public interface Readiness {

		boolean ready();

	}

}
