package dev.insyn.contact.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.insyn.contact.keys.TenantKey;

/// Words as keyed codes: the database finds contacts by a word or its beginning (three letters or more) without seeing
/// any. Small and capital letters and accents make no difference; a phone is found by its last seven digits.
public final class BlindIndex {

	private static final int SHORTEST_PREFIX = 3;

	private static final int LONGEST_PREFIX = 12;

	private static final int PHONE_DIGITS = 7;

	private static final int CODE_BYTES = 9;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

	private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s()/.-]{7,}");

	private final TenantKey key;

	public BlindIndex(TenantKey key) {
		this.key = key;
	}

	/// The codes under which a contact is found.
	public List<String> codes(Collection<String> texts, Collection<String> phones) {
		Set<String> terms = new LinkedHashSet<>();
		texts.stream().flatMap(BlindIndex::words).flatMap(BlindIndex::withPrefixes).forEach(terms::add);
		Stream.concat(phones.stream(), texts.stream().filter(BlindIndex::looksLikePhone))
			.map(BlindIndex::phone)
			.forEach(terms::add);
		return terms.stream().map(this::code).toList();
	}

	/// The codes that a contact must all have to match; none if there is nothing to
	/// search for.
	public List<String> query(String query) {
		if (looksLikePhone(query)) {
			return List.of(code(phone(query)));
		}
		return words(query).map((word) -> code(cut(word))).distinct().toList();
	}

	/// The code of a whole address: only exactly this one has it, in small or capital
	/// letters.
	public String address(String email) {
		return code("address:" + email.strip().toLowerCase(Locale.ROOT));
	}

	/// The codes of words, whether they look like a phone or not.
	public List<String> codesOf(Collection<String> words) {
		return words.stream().map((word) -> code(cut(word))).distinct().toList();
	}

	private static boolean looksLikePhone(String text) {
		return PHONE.matcher(text.strip()).matches();
	}

	/// A text's words as they are compared: small letters, without accents.
	public static Stream<String> words(String text) {
		String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT))).filter(Predicate.not(String::isEmpty));
	}

	private static Stream<String> withPrefixes(String word) {
		return Stream.concat(IntStream.range(SHORTEST_PREFIX, Math.min(word.length(), LONGEST_PREFIX))
			.mapToObj((length) -> word.substring(0, length)), Stream.of(cut(word)));
	}

	private static String cut(String word) {
		return word.substring(0, Math.min(word.length(), LONGEST_PREFIX));
	}

	private static String phone(String text) {
		String digits = NO_DIGIT.matcher(text).replaceAll("");
		return "phone:" + digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
	}

	private String code(String term) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Arrays.copyOf(this.key.searchCode(term), CODE_BYTES));
	}

}
