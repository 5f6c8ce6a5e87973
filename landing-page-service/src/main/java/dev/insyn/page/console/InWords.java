package dev.insyn.page.console;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.insyn.page.editing.PageDifference;
import dev.insyn.page.pages.Labels;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Languages;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Difference;
import org.jspecify.annotations.Nullable;

/// Says in what two contents differ.
final class InWords {

	private static final Set<String> YES_NO = Set.of("editable", "required", "portal");

	private static final Set<String> WORDS = Set.of("place", "kind");

	private final Texts texts;

	private final Register register;

	InWords(Texts texts, Register register) {
		this.texts = texts;
		this.register = register;
	}

	List<Difference> lines(List<PageDifference> differences) {
		return differences.stream().map(this::line).toList();
	}

	private Difference line(PageDifference difference) {
		String label = label(difference);
		if (difference.property() == null) {
			return new Difference(label, (difference.before() != null) ? this.texts.get("page.difference.there") : null,
					(difference.after() != null) ? this.texts.get("page.difference.there") : null);
		}
		return new Difference(label, value(difference, difference.before()), value(difference, difference.after()));
	}

	private String label(PageDifference difference) {
		String item = item(difference);
		String property = (difference.property() != null) ? this.texts.get("page.difference." + difference.property())
				: "";
		String language = (difference.language() != null) ? " (" + Languages.ownName(difference.language()) + ")" : "";
		return (item.isEmpty() ? property : property.isEmpty() ? item : item + ": " + property) + language;
	}

	private String item(PageDifference difference) {
		String key = difference.item();
		if (key == null) {
			return "";
		}
		return switch (difference.part()) {
			case "field" -> field(key);
			case "hidden" -> this.texts.get("page.difference.hidden", field(key));
			case "report" -> this.texts.get("page.difference.report", recordType(key));
			case "order" -> this.texts.get("page.difference.order." + key);
			default -> key;
		};
	}

	private @Nullable String value(PageDifference difference, @Nullable String value) {
		String property = difference.property();
		if (value == null || property == null) {
			return value;
		}
		if (YES_NO.contains(property)) {
			return this.texts.get(value.equals("true") ? "page.yes" : "page.no");
		}
		if (WORDS.contains(property)) {
			return this.texts.find("page.difference." + property + "." + value).orElse(value);
		}
		return difference.part().equals("order")
				? Arrays.stream(value.split(", ")).map(this::field).collect(Collectors.joining(", ")) : value;
	}

	private String field(String key) {
		return this.register.field(key).map((field) -> FieldValues.label(this.texts, field)).orElse(key);
	}

	private String recordType(String key) {
		String type = key.split("/", 2)[0];
		return this.register.recordType(type)
			.map((found) -> Labels.of(found.labels(), this.texts.language(), type))
			.orElse(type);
	}

}
