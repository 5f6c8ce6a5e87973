package dev.insyn.token.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

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
public record PageRules(int version, @Nullable Integer days, @Nullable LocalDate lastDay, List<String> languages,
		@Nullable Boolean archived, @Nullable String opening, @Nullable Boolean portal) {

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

	PageRules archive() {
		return new PageRules(this.version, this.days, this.lastDay, this.languages, true, this.opening, this.portal);
	}

	/// When a link that is issued now expires; null: never.
	@Nullable Instant expiry(Instant now, ZoneId zone) {
		if (this.days != null) {
			return now.plus(Duration.ofDays(this.days));
		}
		return (this.lastDay != null) ? this.lastDay.plusDays(1).atStartOfDay(zone).toInstant() : null;
	}

}
