package dev.insyn.pagekit.console;

import java.util.ArrayList;
import java.util.List;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A list whose order the user makes: by dragging, or by the buttons *up* and *down*, which work without script and by
/// keyboard. It posts `order` (every key, in order) and, from a button, `move` (`up:key` or `down:key`).
///
/// @param name what is in order, for screen readers
/// @param address where the form posts to
public record Sortable(String id, String name, String address, List<Item> items) {

	/// A list of items.
	public static Sortable of(String id, String name, String address, List<Item> items) {
		return new Sortable(id, name, address, List.copyOf(items));
	}

	/// The order that a posted form means.
	public static List<String> order(List<String> order, @Nullable String move) {
		List<String> keys = new ArrayList<>(order);
		if (move == null || !move.contains(":")) {
			return keys;
		}
		String key = move.substring(move.indexOf(':') + 1);
		int from = keys.indexOf(key);
		int to = move.startsWith("up:") ? from - 1 : from + 1;
		if (from >= 0 && to >= 0 && to < keys.size()) {
			keys.add(to, keys.remove(from));
		}
		return keys;
	}

	/// Something in the list.
	///
	/// @param key what stands for it in the form
	/// @param label its name in plain text, for the buttons
	/// @param content how it looks; null if the label is all
	/// @param actions what can be done with it
	public record Item(String key, String label, @Nullable Content content, List<Action> actions) {

		/// An item that its label explains.
		public static Item of(String key, String label, Action... actions) {
			return new Item(key, label, null, List.of(actions));
		}

	}

}
