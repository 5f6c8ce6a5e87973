package dev.insyn.page.editing;

import org.jspecify.annotations.Nullable;

/// One thing in which two contents of a page differ.
///
/// @param part `page`, `field`, `report`, `hidden`, `rules` or `order`
/// @param item the field's, record type's or list's key; null for the page as a whole
/// @param property such as `heading`; null if the whole item is only on one side
/// @param language of the text; null if it is not a text
/// @param before null if that side has none
/// @param after null if that side has none
public record PageDifference(String part, @Nullable String item, @Nullable String property, @Nullable String language,
		@Nullable String before, @Nullable String after) {

}
