package dev.insyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What processor time each process has used, user and system together. Unlike a latency it hardly depends on what else
/// the machine is doing, so it shows where an update's cost lies.
///
/// @param millis by name of the process
record ProcessorTime(Map<String, Long> millis) {

	/// Linux counts in hundredths of a second (`USER_HZ`) on every platform that Java
	/// runs
	/// on.
	private static final int MILLIS_PER_TICK = 10;

	static final String GENERATOR = "load generator";

	static ProcessorTime now(RunningStack stack) {
		Map<String, Long> millis = new LinkedHashMap<>();
		stack.ready().services().forEach((service) -> millis.put(service.name(), used(service.pid())));
		millis.put("supervisor, mail catcher, demo CRM", used(stack.process().pid()));
		millis.put(GENERATOR, used(ProcessHandle.current().pid()));
		return new ProcessorTime(millis);
	}

	/// What was used since then, divided by a number of pieces of work.
	Map<String, Double> each(ProcessorTime before, long pieces) {
		Map<String, Double> each = new LinkedHashMap<>();
		this.millis.forEach((name, used) -> each.put(name,
				(used - before.millis.getOrDefault(name, 0L)) / (double) Math.max(1, pieces)));
		return each;
	}

	/// Fields 14 and 15 of `/proc/<pid>/stat`; the name in field 2 may contain blanks.
	private static long used(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
		}
		catch (IOException gone) {
			return 0;
		}
	}

}
