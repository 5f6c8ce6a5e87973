package dev.insyn.page.pages;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.insyn.fields.FieldDefinition;

/// A snapshot of a page as contacts see it: its content with the catalogue's definitions of its fields, so that a change
/// of the catalogue reaches contacts only when the page is published again.
public record PublishedVersion(int version, Instant at, PageContent content, List<StoredDefinition> definitions) {

	static PublishedVersion of(int version, Instant at, PageContent content, List<FieldDefinition> catalogue) {
		Map<String, FieldDefinition> known = new HashMap<>();
		catalogue.forEach((definition) -> known.put(definition.key(), definition));
		List<String> keys = Stream
			.concat(content.fields().stream().map(PageField::key), content.hidden().stream().map(HiddenField::key))
			.distinct()
			.toList();
		NotPublishable.check(keys, known);
		return new PublishedVersion(version, at, content,
				keys.stream().map(known::get).map(StoredDefinition::of).toList());
	}

}
