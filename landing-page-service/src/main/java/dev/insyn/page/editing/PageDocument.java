package dev.insyn.page.editing;

import java.time.Instant;
import java.util.List;

import dev.insyn.page.pages.PageContent;
import org.jspecify.annotations.Nullable;

/// A page as it travels between tenants and installations, as JSON. Members are only ever added; what changes its meaning
/// makes a new version.
///
/// @param format always [#FORMAT]
/// @param version of the format
/// @param page the number it had where it was exported, for people; an import does not look at it
/// @param exported when, for people
public record PageDocument(@Nullable String format, int version, @Nullable String page, @Nullable Instant exported,
		@Nullable PageContent content) {

	static final String FORMAT = "insyn.landing-page";

	static final int VERSION = 1;

	/// @throws InvalidPage if it holds no page
	public PageContent required() {
		if (this.content == null) {
			throw new InvalidPage(List.of(PageProblem.of("content", "required")));
		}
		return this.content;
	}

	public static PageDocument of(String page, Instant now, PageContent content) {
		return new PageDocument(FORMAT, VERSION, page, now, content);
	}

}
