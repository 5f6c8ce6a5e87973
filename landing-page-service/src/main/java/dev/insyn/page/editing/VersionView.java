package dev.insyn.page.editing;

import java.time.Instant;

import dev.insyn.page.pages.KeptVersion;
import dev.insyn.page.pages.PageContent;

/// A published version with its content.
record VersionView(int version, Instant at, String by, PageContent content) {

	static VersionView of(KeptVersion kept) {
		return new VersionView(kept.published().version(), kept.published().at(), kept.by(),
				kept.published().content());
	}

}
