package dev.insyn.page.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.page.editing.Leaves.Place;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;

/// In what two contents of a page differ: field by field, text by text.
public final class Comparison {

	private Comparison() {
	}

	/// What is the same on both sides is left out. A field, report or hidden field that
	/// only
	/// one side has is one
	/// difference.
	public static List<PageDifference> of(PageContent before, PageContent after) {
		Map<Place, String> left = Leaves.of(before);
		Map<Place, String> right = Leaves.of(after);
		Set<Place> leftItems = items(left);
		Set<Place> rightItems = items(right);
		List<PageDifference> differences = new ArrayList<>();
		Set<Place> told = new LinkedHashSet<>();
		Set<Place> places = new LinkedHashSet<>(left.keySet());
		places.addAll(right.keySet());
		for (Place place : places) {
			Place whole = place.whole();
			boolean one = place.item() != null && leftItems.contains(whole) != rightItems.contains(whole);
			if (one && told.add(whole)) {
				differences.add(alone(whole, leftItems.contains(whole)));
			}
			else if (!one && !Objects.equals(left.get(place), right.get(place))) {
				differences.add(new PageDifference(place.part(), place.item(), place.property(), place.language(),
						left.get(place), right.get(place)));
			}
		}
		order("header", before.header(), after.header(), differences);
		order("body", before.body(), after.body(), differences);
		return differences;
	}

	private static PageDifference alone(Place whole, boolean onTheLeft) {
		return new PageDifference(whole.part(), whole.item(), null, null, onTheLeft ? whole.item() : null,
				onTheLeft ? null : whole.item());
	}

	private static Set<Place> items(Map<Place, String> leaves) {
		return leaves.keySet()
			.stream()
			.filter((place) -> place.item() != null)
			.map(Place::whole)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/// The order of what stands in the list on both sides.
	private static void order(String list, List<PageField> before, List<PageField> after,
			List<PageDifference> differences) {
		List<String> left = keys(before);
		List<String> right = keys(after);
		List<String> both = new ArrayList<>(left);
		both.retainAll(right);
		List<String> now = new ArrayList<>(right);
		now.retainAll(left);
		if (!both.equals(now)) {
			differences
				.add(new PageDifference("order", list, "order", null, String.join(", ", both), String.join(", ", now)));
		}
	}

	private static List<String> keys(List<PageField> fields) {
		Map<String, Boolean> keys = new LinkedHashMap<>();
		fields.forEach((field) -> keys.put(field.key(), true));
		return List.copyOf(keys.keySet());
	}

}
