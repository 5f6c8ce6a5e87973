package dev.insyn.page.editing;

import java.util.List;

import dev.insyn.page.pages.PageContent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// Reads a page from JSON that somebody sent. A member that a page does not have is refused by name, so that nobody
/// believes to have set what can't be set: a number, a state, a version, a tenant.
@Component
public class ContentReading {

	private final ObjectReader content;

	private final ObjectReader document;

	ContentReading(JsonMapper json) {
		ObjectReader strict = json.reader()
			.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
		this.content = strict.forType(PageContent.class);
		this.document = strict.forType(PageDocument.class);
	}

	/// @throws InvalidPage that names the first member that can't be read
	PageContent content(String json) {
		return read(this.content, json);
	}

	/// @throws InvalidPage that names the first member that can't be read
	public PageDocument document(String json) {
		PageDocument read = read(this.document, json);
		if (!PageDocument.FORMAT.equals(read.format())) {
			throw new InvalidPage(List.of(PageProblem.of("format", "format")));
		}
		if (read.version() != PageDocument.VERSION) {
			throw new InvalidPage(List.of(PageProblem.of("version", "format-version", "max", PageDocument.VERSION)));
		}
		return read;
	}

	private static <T> T read(ObjectReader reader, String json) {
		try {
			T read = reader.readValue(json);
			if (read == null) {
				throw new InvalidPage(List.of(PageProblem.of("", "unreadable")));
			}
			return read;
		}
		catch (UnrecognizedPropertyException unknown) {
			throw new InvalidPage(List.of(PageProblem.of(member(unknown), "unknown-member")));
		}
		catch (JacksonException unreadable) {
			throw new InvalidPage(List.of(PageProblem.of(member(unreadable), "unreadable")));
		}
	}

	private static String member(JacksonException refused) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference part : refused.getPath()) {
			if (part.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
			}
			else if (part.getIndex() >= 0) {
				path.append('[').append(part.getIndex()).append(']');
			}
		}
		return (path.length() > 200) ? path.substring(0, 200) : path.toString();
	}

}
