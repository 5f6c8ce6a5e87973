package dev.insyn.fields;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Text as typed, made comparable: trimmed, NFC, without what can't be seen.
final class Text {

	private static final int LINE_LIMIT = 200;

	private static final int MULTILINE_LIMIT = 4000;

	/// Nothing that people type is longer; looked at before any work is done on it.
	private static final int RAW_LIMIT = 100_000;

	/// Zero-width space and byte order mark: come along when people paste.
	private static final Pattern PASTED = Pattern.compile("[\\u200B\\uFEFF]");

	private static final Pattern EDGES = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");

	private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");

	private Text() {
	}

	/// A line; null: nothing but blanks.
	static @Nullable String line(@Nullable Object raw, FieldRules rules) {
		String text = clean(raw, LINE_LIMIT).replace('\t', ' ');
		return checked(text, rules, LINE_LIMIT, false);
	}

	/// Lines, separated by `\n`; null: nothing but blanks.
	static @Nullable String multiline(@Nullable Object raw, FieldRules rules) {
		String text = LINE_ENDS.matcher(clean(raw, MULTILINE_LIMIT)).replaceAll("\n");
		return checked(text, rules, MULTILINE_LIMIT, true);
	}

	private static String clean(@Nullable Object raw, int limit) {
		String text = switch (raw) {
			case null -> "";
			case CharSequence characters -> characters.toString();
			case Number number -> DecimalNumber.plain(number);
			case LocalDate date -> date.toString();
			case Boolean bool -> bool.toString();
			default -> throw new Unreadable(ProblemCode.SHAPE);
		};
		if (text.length() > RAW_LIMIT) {
			throw Unreadable.of(ProblemCode.TOO_LONG, "max", limit);
		}
		String visible = PASTED.matcher(text).replaceAll("");
		return EDGES.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC)).replaceAll("");
	}

	private static @Nullable String checked(String text, FieldRules rules, int limit, boolean lines) {
		if (text.isEmpty()) {
			return null;
		}
		if (!text.codePoints().allMatch((character) -> isPrintable(character) || (lines && isLayout(character)))) {
			throw new Unreadable(ProblemCode.CHARACTERS);
		}
		int length = text.codePointCount(0, text.length());
		int max = (rules.maxLength() != null) ? rules.maxLength() : limit;
		if (length > max) {
			throw Unreadable.of(ProblemCode.TOO_LONG, "max", max);
		}
		if (rules.minLength() != null && length < rules.minLength()) {
			throw new Unreadable(ProblemCode.TOO_SHORT, Map.of("min", rules.minLength().toString()));
		}
		return text;
	}

	private static boolean isLayout(int character) {
		return character == '\n' || character == '\t';
	}

	/// Without controls, halves of pairs, characters that Unicode keeps free of meaning,
	/// and those that turn the
	/// direction of text, with which a text can look like another. Joiners stay: scripts
	/// and emoji need them.
	private static boolean isPrintable(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> !turnsDirection(character) && !isNonCharacter(character);
		};
	}

	private static boolean turnsDirection(int character) {
		return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
	}

	private static boolean isNonCharacter(int character) {
		return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
	}

}
