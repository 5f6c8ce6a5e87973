package dev.insyn.contact.console;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.contact.catalogue.FieldDraft;
import dev.insyn.fields.Choice;
import org.jspecify.annotations.Nullable;

/// Choices as lines that people type or paste: `red: Röd`. Without a value the first language's line makes one of its
/// label, and another language's line goes with the one that stands at the same place.
final class ChoiceLines {

	private static final int LONGEST_VALUE = 60;

	private ChoiceLines() {
	}

	static @Nullable String write(List<Choice> choices, String language) {
		String lines = choices.stream()
			.filter((choice) -> choice.labels().containsKey(language))
			.map((choice) -> choice.value() + ": " + choice.labels().get(language))
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? null : lines;
	}

	/// @param texts lines by language, the first language first
	/// @param off values that are not offered any more
	static List<FieldDraft.Option> read(Map<String, String> texts, Set<String> off) {
		Map<String, Map<String, String>> labels = new LinkedHashMap<>();
		texts.forEach((language, lines) -> {
			List<String> before = List.copyOf(labels.keySet());
			int place = 0;
			for (String line : lines.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList()) {
				int colon = line.indexOf(':');
				String label = line.substring(colon + 1).strip();
				String value = (colon >= 0) ? line.substring(0, colon).strip()
						: (place < before.size()) ? before.get(place) : valueOf(label);
				labels.computeIfAbsent(value, (any) -> new LinkedHashMap<>()).put(language, label);
				place++;
			}
		});
		List<FieldDraft.Option> options = new ArrayList<>();
		labels.forEach((value, named) -> options.add(new FieldDraft.Option(value, named, off.contains(value))));
		return options;
	}

	private static String valueOf(String label) {
		String plain = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		String value = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
		return (value.length() > LONGEST_VALUE) ? value.substring(0, LONGEST_VALUE) : value;
	}

}
