package dev.insyn.page.editing;

import java.time.Instant;
import java.util.List;

import dev.insyn.page.pages.KeptVersion;
import org.jspecify.annotations.Nullable;

/// Some of a page's published versions, newest first.
///
/// @param before what to ask for next; null at the end
record VersionList(List<Line> versions, @Nullable Integer before) {

	static VersionList of(List<KeptVersion> kept) {
		int oldest = kept.isEmpty() ? 0 : kept.getLast().published().version();
		return new VersionList(kept.stream().map(Line::of).toList(), (oldest > 1) ? oldest : null);
	}

	/// A version as a list tells of it.
	record Line(int version, Instant at, String by) {

		static Line of(KeptVersion kept) {
			return new Line(kept.published().version(), kept.published().at(), kept.by());
		}

	}

}
