package dev.insyn.page.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.insyn.pagekit.console.Sortable;

/// Order of things in a list that was posted.
final class Moves {

	private Moves() {
	}

	/// The keys in the order that the form means, also after a press of *up* or *down*.
	static List<String> order(FormValues form, String list) {
		return Sortable.order(form.all("order." + list), form.get("move"));
	}

	/// The things in that order; what the order does not name is gone.
	static <T> List<T> inOrder(List<T> things, List<String> order, java.util.function.Function<T, String> key) {
		List<T> ordered = new ArrayList<>();
		for (String wanted : order) {
			find(things, (thing) -> key.apply(thing).equals(wanted)).ifPresent(ordered::add);
		}
		return ordered;
	}

	static <T> Optional<T> find(List<T> things, Predicate<T> wanted) {
		return things.stream().filter(wanted).findFirst();
	}

}
