package dev.insyn.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A theme looks different from now on, is new, or is gone. Who did it is the event's actor.
///
/// @param change [#CREATED], [#CHANGED] or [#DELETED]
/// @param revision grows with each change of the theme
/// @param hash names the style sheet and the images that make up the look; null when it is deleted
/// @param belowAa how many pairs of colours have less contrast than WCAG 2.2 AA asks for, which somebody accepted
public record ThemeChanged(String theme, String change, int revision, @Nullable String hash, int belowAa, Instant at) {

	public static final String TOPIC = Topics.LANDING_PAGES;

	public static final String TYPE = "theme.changed.v1";

	public static final String CREATED = "created";

	public static final String CHANGED = "changed";

	public static final String DELETED = "deleted";

}
