package dev.insyn.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The plain-text half of a mail: the same words in the same order as the HTML half.
final class PlainMail {

	private PlainMail() {
	}

	static String of(PageUsedWords words) {
		List<String> paragraphs = new ArrayList<>(List.of(words.tenant(), words.heading(), words.intro()));
		paragraphs.add(words.fields().isEmpty() ? words.noFields() : list(words));
		if (!words.link().isEmpty()) {
			paragraphs.add(words.button() + ":\n" + words.link());
		}
		paragraphs.add(words.noValues());
		return String.join("\n\n", paragraphs) + "\n\n-- \n" + words.why() + "\n";
	}

	private static String list(PageUsedWords words) {
		return words.fields()
			.stream()
			.map((field) -> "  * " + field)
			.collect(Collectors.joining("\n", words.fieldsHeading() + "\n", ""));
	}

}
