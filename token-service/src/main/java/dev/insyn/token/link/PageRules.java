package dev.insyn.token.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.insyn.events.LandingPagePublished;
import org.jspecify.annotations.Nullable;

/// What token-service knows of a published page: how long its links work, and how they are opened.
///
/// @param version of the page; an older one does not replace a newer
/// @param days the links' lifetime after issue, null if it is not counted in days
/// @param lastDay on which the links work, null if there is none
/// @param archived whether no link works, until a newer version is published
/// @param opening what opening asks: `continue` or `code`
/// @param portal whether the page stands in the portal
/// @param names what it is called, by language
public record PageRules(int version, @Nullable Integer days, @Nullable LocalDate lastDay, List<String> languages,
		@Nullable Boolean archived, @Nullable String opening, @Nullable Boolean portal,
		@Nullable Map<String, String> names) {

	/// Whether no link to it works.
	public boolean isArchived() {
		return Boolean.TRUE.equals(this.archived);
	}

	/// Whether contacts find it in their portal.
	public boolean isInPortal() {
		return Boolean.TRUE.equals(this.portal);
	}

	/// Whether opening a link to it takes a code by mail.
	boolean asksForCode() {
		return LandingPagePublished.Rules.CODE.equals(this.opening);
	}

	/// What users call it: in this language, else in its own.
	Optional<String> name(String language) {
		Map<String, String> known = (this.names != null) ? this.names : Map.of();
		return Optional.ofNullable(known.get(language))
			.or(() -> this.languages.stream().map(known::get).filter(Objects::nonNull).findFirst());
	}

	PageRules archive() {
		return new PageRules(this.version, this.days, this.lastDay, this.languages, true, this.opening, this.portal,
				this.names);
	}

	/// When a link that is issued now expires; null: never.
	@Nullable Instant expiry(Instant now, ZoneId zone) {
		if (this.days != null) {
			return now.plus(Duration.ofDays(this.days));
		}
		return (this.lastDay != null) ? this.lastDay.plusDays(1).atStartOfDay(zone).toInstant() : null;
	}

}
