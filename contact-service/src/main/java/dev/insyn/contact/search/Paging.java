package dev.insyn.contact.search;

import org.jspecify.annotations.Nullable;

/// A page of contacts.
///
/// @param after the [Place] after which it begins; null for the first
/// @param oldestFirst else what was changed last comes first
public record Paging(@Nullable String after, boolean oldestFirst, int limit) {
}
