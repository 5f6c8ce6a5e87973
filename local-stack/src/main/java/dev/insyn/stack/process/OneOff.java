package dev.insyn.stack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A program that is expected to end by itself, and ends with this one in any case.
public final class OneOff {

	private OneOff() {
	}

	/// @return its exit code; 137 if it had to be ended
	public static int run(Program program, Duration patience) {
		try (Reaper reaper = Reaper.start()) {
			Child child = Child.start(program);
			reaper.watch(child.pid());
			child.stopWithin(patience);
			reaper.forget(child.pid());
			return child.process().exitValue();
		}
	}

	public static int run(String name, List<String> command, Path log, Duration patience) {
		return run(new Program(name, 0, 0, command, Map.of(), log, () -> true), patience);
	}

}
