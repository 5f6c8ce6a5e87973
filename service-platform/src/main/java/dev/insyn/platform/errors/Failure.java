package dev.insyn.platform.errors;

import java.util.ArrayList;
import java.util.List;

/// An exception as a log may show it: classes and places. Messages are left out, because those of libraries quote what
/// they choked on.
public final class Failure {

	private static final int FRAMES = 12;

	private static final int CAUSES = 5;

	private Failure() {
	}

	public static String describe(Throwable failure) {
		List<String> lines = new ArrayList<>();
		Throwable current = failure;
		for (int depth = 0; current != null && depth < CAUSES; depth++) {
			lines.add(((depth > 0) ? "caused by " : "") + current.getClass().getName());
			StackTraceElement[] frames = current.getStackTrace();
			for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
				lines.add("    at " + frames[i]);
			}
			current = current.getCause();
		}
		return String.join("\n", lines);
	}

}
