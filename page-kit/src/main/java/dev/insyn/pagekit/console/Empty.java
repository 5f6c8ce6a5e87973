package dev.insyn.pagekit.console;

import org.jspecify.annotations.Nullable;

/// What stands where nothing is yet: one sentence that teaches, and one thing to do.
public record Empty(String sentence, @Nullable Action action) {

	/// A sentence alone.
	public static Empty of(String sentence) {
		return new Empty(sentence, null);
	}

	/// The same with something to do.
	public Empty action(Action first) {
		return new Empty(this.sentence, first);
	}

}
