package dev.insyn.gateway.api;

import java.util.ArrayList;
import java.util.List;

/// A piece of a text in which code stands between backticks.
public record Words(String text, boolean code) {

	public static List<Words> of(String text) {
		String[] parts = text.split("`", -1);
		List<Words> words = new ArrayList<>();
		for (int i = 0; i < parts.length; i++) {
			if (!parts[i].isEmpty()) {
				words.add(new Words(parts[i], i % 2 == 1));
			}
		}
		return words;
	}

}
