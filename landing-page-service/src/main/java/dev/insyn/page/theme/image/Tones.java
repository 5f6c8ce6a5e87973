package dev.insyn.page.theme.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Oklch;

/// Finds the colours that make up a picture: those that look alike count as the most frequent of them, so that a logo's own
/// colour comes out to the digit.
final class Tones {

	private static final double ALIKE = 0.11;

	private static final double NOTHING = 0.015;

	private static final int MOST_COUNTED = 400;

	private Tones() {
	}

	/// @return the most frequent first
	static List<Tone> of(Pixels pixels) {
		Map<Integer, Integer> counts = new HashMap<>();
		int seen = 0;
		for (int pixel : pixels.argb()) {
			if (pixel >>> 24 > 127) {
				counts.merge(pixel & 0xffffff, 1, Integer::sum);
				seen++;
			}
		}
		List<Group> groups = groups(counts);
		double all = Math.max(1, seen);
		return groups.stream()
			.map((group) -> new Tone(group.colour, group.count / all))
			.filter((tone) -> tone.share() >= NOTHING)
			.sorted(Comparator.comparingDouble(Tone::share).reversed())
			.limit(8)
			.toList();
	}

	private static List<Group> groups(Map<Integer, Integer> counts) {
		List<Group> groups = new ArrayList<>();
		counts.entrySet()
			.stream()
			.sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(MOST_COUNTED)
			.forEach((entry) -> {
				Colour colour = Colour.ofRgb(entry.getKey());
				Oklch look = Oklch.of(colour);
				groups.stream()
					.filter((group) -> group.look.distance(look) < ALIKE)
					.findFirst()
					.orElseGet(() -> added(groups, colour, look)).count += entry.getValue();
			});
		return groups;
	}

	private static Group added(List<Group> groups, Colour colour, Oklch look) {
		Group group = new Group(colour, look);
		groups.add(group);
		return group;
	}

	private static final class Group {

		private final Colour colour;

		private final Oklch look;

		private int count;

		Group(Colour colour, Oklch look) {
			this.colour = colour;
			this.look = look;
		}

	}

}
