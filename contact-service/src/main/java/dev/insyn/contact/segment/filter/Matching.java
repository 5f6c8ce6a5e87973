package dev.insyn.contact.segment.filter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.insyn.contact.Contact;
import dev.insyn.contact.search.BlindIndex;
import dev.insyn.contact.segment.filter.Filter.Condition;
import dev.insyn.contact.segment.filter.Filter.Group;
import dev.insyn.fields.FieldType;
import org.jspecify.annotations.Nullable;

/// A filter at work. A condition on a field that the catalogue doesn't have any more fits nobody: better to mail too few
/// than to mail everybody.
public final class Matching implements Predicate<Contact> {

	private final Predicate<Contact> filter;

	private final Set<String> words;

	public Matching(Filter filter, Attributes attributes) {
		this.filter = all(filter.match(), filter.parts().stream().map((part) -> switch (part) {
			case Condition condition -> of(condition, attributes);
			case Group group ->
				all(group.match(), group.conditions().stream().map((one) -> of(one, attributes)).toList());
		}).toList());
		this.words = words(filter, attributes);
	}

	@Override
	public boolean test(Contact contact) {
		return this.filter.test(contact);
	}

	/// Words that everybody whom the filter fits contains, so that the blind index can
	/// leave out the others unopened.
	public Set<String> words() {
		return this.words;
	}

	private static Predicate<Contact> all(Match match, List<Predicate<Contact>> parts) {
		return (match == Match.ALL) ? (contact) -> parts.stream().allMatch((part) -> part.test(contact))
				: (contact) -> parts.stream().anyMatch((part) -> part.test(contact));
	}

	private static Predicate<Contact> of(Condition condition, Attributes attributes) {
		Attribute attribute = attributes.find(condition.field()).orElse(null);
		if (attribute == null || !attribute.operators().contains(condition.operator())) {
			return (contact) -> false;
		}
		Predicate<@Nullable Object> fits = fits(condition, attribute.type(), attributes.today());
		return (contact) -> fits.test(attribute.value().apply(contact));
	}

	private static Predicate<@Nullable Object> fits(Condition condition, FieldType type, LocalDate today) {
		return switch (condition.operator()) {
			case EMPTY -> (held) -> held == null;
			case NOT_EMPTY -> (held) -> held != null;
			case IS, ANY_OF -> has(condition, type);
			case IS_NOT, NONE_OF -> has(condition, type).negate();
			case CONTAINS -> contains(condition.value());
			case CONTAINS_NOT -> contains(condition.value()).negate();
			case BEFORE -> compared(condition.value(), (held, asked) -> held.compareTo(asked) < 0);
			case AFTER -> compared(condition.value(), (held, asked) -> held.compareTo(asked) > 0);
			case LAST_DAYS -> since(condition.value(), today);
			case NOT_LAST_DAYS -> since(condition.value(), today).negate();
			case LESS -> number(condition.value(), (held, asked) -> held.compareTo(asked) < 0);
			case MORE -> number(condition.value(), (held, asked) -> held.compareTo(asked) > 0);
		};
	}

	/// Canonical values are compared as they are, texts and addresses without regard to
	/// capitals.
	private static Predicate<@Nullable Object> has(Condition condition, FieldType type) {
		boolean text = type == FieldType.TEXT || type == FieldType.EMAIL;
		Set<String> asked = condition.values()
			.stream()
			.map((value) -> text ? folded(value) : value)
			.collect(Collectors.toSet());
		return (held) -> texts(held).anyMatch((one) -> asked.contains(text ? folded(one) : one));
	}

	private static Predicate<@Nullable Object> contains(String words) {
		Set<String> asked = BlindIndex.words(words).collect(Collectors.toSet());
		return (held) -> texts(held).flatMap(BlindIndex::words).collect(Collectors.toSet()).containsAll(asked);
	}

	/// ISO 8601 dates sort as texts.
	private static Predicate<@Nullable Object> compared(String asked, BiPredicate<String, String> order) {
		return (held) -> held instanceof String value && order.test(value, asked);
	}

	private static Predicate<@Nullable Object> since(String days, LocalDate today) {
		String first = today.minusDays(Long.parseLong(days) - 1).toString();
		String last = today.toString();
		return (held) -> held instanceof String value && value.compareTo(first) >= 0 && value.compareTo(last) <= 0;
	}

	private static Predicate<@Nullable Object> number(String asked, BiPredicate<BigDecimal, BigDecimal> order) {
		BigDecimal bound = new BigDecimal(asked);
		return (held) -> held instanceof String value && order.test(new BigDecimal(value), bound);
	}

	private static Stream<String> texts(@Nullable Object held) {
		return switch (held) {
			case null -> Stream.empty();
			case Collection<?> several -> several.stream().map(String::valueOf);
			case Map<?, ?> parts -> parts.values().stream().map(String::valueOf);
			default -> Stream.of(held.toString());
		};
	}

	private static String folded(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	private static Set<String> words(Filter filter, Attributes attributes) {
		Set<String> words = new LinkedHashSet<>();
		if (filter.match() == Match.ALL || filter.parts().size() == 1) {
			filter.parts().forEach((part) -> words.addAll(switch (part) {
				case Condition condition -> words(condition, attributes);
				case Group group -> words(group, attributes);
			}));
		}
		return words;
	}

	private static Set<String> words(Group group, Attributes attributes) {
		Set<String> words = new LinkedHashSet<>();
		if (group.match() == Match.ALL || group.conditions().size() == 1) {
			group.conditions().forEach((condition) -> words.addAll(words(condition, attributes)));
		}
		return words;
	}

	private static Set<String> words(Condition condition, Attributes attributes) {
		boolean certain = condition.operator() == Operator.IS || condition.operator() == Operator.CONTAINS;
		return (certain && attributes.find(condition.field()).filter(Attribute::indexed).isPresent())
				? BlindIndex.words(condition.value()).collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
	}

}
