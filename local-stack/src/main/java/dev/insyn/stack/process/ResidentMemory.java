package dev.insyn.stack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// How much memory processes have in RAM, as `ps` tells on every Unix.
public final class ResidentMemory {

	private ResidentMemory() {
	}

	/// @return bytes by process id; ended processes are missing
	public static Map<Long, Long> ofAll(Collection<Long> pids) {
		if (pids.isEmpty()) {
			return Map.of();
		}
		String list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
		try {
			Process ps = new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", list).start();
			try (BufferedReader lines = ps.inputReader()) {
				return lines.lines()
					.map((line) -> line.strip().split("\\s+"))
					.collect(Collectors.toMap((words) -> Long.valueOf(words[0]),
							(words) -> Long.parseLong(words[1]) * 1024));
			}
		}
		catch (IOException ex) {
			return Map.of();
		}
	}

}
