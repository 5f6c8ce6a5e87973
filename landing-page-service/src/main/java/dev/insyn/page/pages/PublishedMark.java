package dev.insyn.page.pages;

import java.time.Instant;
import java.util.List;

import dev.insyn.platform.messaging.Actor;

/// That a page has been published, and as what last.
///
/// @param draft the draft that the version was made of: while it still is the page's, nothing has changed since
/// @param by who did it, as `user:` and an id
/// @param fields keys of the catalogue's fields on that version
public record PublishedMark(int version, String draft, Instant at, String by, String theme, List<String> fields,
		List<String> recordTypes) {

	static PublishedMark of(PublishedVersion version, String draft, Actor by) {
		PageContent content = version.content();
		return new PublishedMark(version.version(), draft, version.at(), by.toString(), content.theme(),
				content.fieldKeys(), content.recordTypes());
	}

	PublishedMark ofDraft(String other) {
		return new PublishedMark(this.version, other, this.at, this.by, this.theme, this.fields, this.recordTypes);
	}

}
