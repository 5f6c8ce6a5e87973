package dev.insyn.contact.segment.console;

import java.util.List;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// How many a filter finds, and the first of them, as its template takes it.
///
/// @param post where a form that is being filled in asks; null without one
/// @param get where a saved segment asks; null without one
/// @param trigger when it asks again
/// @param figure null where nothing is known
/// @param looked how much of all contacts was looked at, in percent
record CountView(@Nullable String post, @Nullable String get, @Nullable String trigger, String heading,
		@Nullable String figure, String unit, boolean running, int looked, String note, List<First> first) {

	/// One of those that were found.
	record First(String address, String name, Content email) {
	}

}
