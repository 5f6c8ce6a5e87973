package dev.insyn.page.pages;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A snapshot of a page as contacts see it: its content with what is stored about its fields and record types, so that a
/// change of the catalogue reaches contacts only when the page is published again.
public record PublishedVersion(int version, Instant at, PageContent content, List<StoredDefinition> definitions,
		List<StoredRecordType> recordTypes) {

	public PublishedVersion {
		recordTypes = orNone(recordTypes);
	}

	private static List<StoredRecordType> orNone(@Nullable List<StoredRecordType> types) {
		return (types != null) ? List.copyOf(types) : List.of();
	}

	/// @throws NotPublishable if something on it is unknown, or lacks what the GDPR's
	/// Art. 13 asks to tell
	static PublishedVersion of(int version, Instant at, PageContent content, Register register) {
		NotPublishable.check(content, register);
		return snapshot(version, at, content, register);
	}

	/// A snapshot that nobody but its author sees, lawful or not.
	static PublishedVersion ofDraft(PageContent content, Register register) {
		return snapshot(0, Instant.EPOCH, content, register);
	}

	private static PublishedVersion snapshot(int version, Instant at, PageContent content, Register register) {
		return new PublishedVersion(version, at, content,
				content.fieldKeys()
					.stream()
					.map(register::field)
					.map((found) -> StoredDefinition.of(found.orElseThrow()))
					.toList(),
				content.recordTypes()
					.stream()
					.map(register::recordType)
					.map((found) -> StoredRecordType.of(found.orElseThrow()))
					.toList());
	}

}
