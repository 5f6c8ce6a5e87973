package dev.insyn.contact.records;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/// A record type as somebody wants it, not yet believed.
public record SubmittedRecordType(@Nullable Map<String, String> labels, @Nullable List<Column> columns,
		@Nullable Map<String, String> purpose, @Nullable String legalBasis, @Nullable String retention,
		@Nullable String source) {

	static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

	/// Types whose values fit into a cell.
	public static final List<FieldType> TYPES = List.of(FieldType.TEXT, FieldType.DATE, FieldType.NUMBER,
			FieldType.YES_NO, FieldType.CHOICE, FieldType.COUNTRY, FieldType.PHONE, FieldType.EMAIL);

	/// The address of the console's form for another one.
	private static final String TAKEN = "new";

	/// What a report's order calls a record's time and the record itself.
	private static final Set<String> RESERVED = Set.of("at", "id");

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

	public static final int MOST_COLUMNS = 20;

	private static final int MOST_CHOICES = 50;

	public static final int LONGEST_LABEL = 100;

	public static final int LONGEST_PURPOSE = 500;

	/// @throws Problem 422 that says of each part what is wrong with it
	public RecordType as(String key) {
		List<Fault> faults = faults(key);
		if (!faults.isEmpty()) {
			throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-record-type",
					faults.size() + " part(s) of the record type are not as they should be")
				.with("errors", faults);
		}
		return new RecordType(key, Objects.requireNonNull(this.labels), orNone().stream().map(Column::column).toList(),
				Objects.requireNonNull(this.purpose), Objects.requireNonNull(this.legalBasis),
				Objects.requireNonNull(this.retention), Objects.requireNonNullElse(this.source, "crm"));
	}

	/// What is wrong with it; empty if nothing is.
	public List<Fault> faults(String key) {
		List<Fault> faults = new ArrayList<>();
		check(faults, "key", KEY.matcher(key).matches() && !key.equals(TAKEN));
		check(faults, "labels", areTexts(this.labels, LONGEST_LABEL));
		check(faults, "purpose", areTexts(this.purpose, LONGEST_PURPOSE));
		check(faults, "legalBasis", this.legalBasis != null && LegalBasis.of(this.legalBasis).isPresent());
		check(faults, "retention", isRetention(this.retention));
		check(faults, "source", this.source == null || KEY.matcher(this.source).matches());
		List<Column> wanted = orNone();
		check(faults, "columns", !wanted.isEmpty() && wanted.size() <= MOST_COLUMNS);
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < wanted.size(); i++) {
			wanted.get(i).check("columns[" + i + "]", seen, faults);
		}
		return faults;
	}

	private List<Column> orNone() {
		return (this.columns != null) ? this.columns : List.of();
	}

	private static void check(List<Fault> faults, String part, boolean right) {
		if (!right) {
			faults.add(new Fault(part));
		}
	}

	private static boolean areTexts(@Nullable Map<String, String> texts, int longest) {
		return texts != null && !texts.isEmpty()
				&& texts.entrySet()
					.stream()
					.allMatch((text) -> LANGUAGE.matcher(text.getKey()).matches() && isText(text.getValue(), longest));
	}

	private static boolean isText(@Nullable String text, int longest) {
		return text != null && !text.isBlank() && text.length() <= longest
				&& text.codePoints().noneMatch(Character::isISOControl);
	}

	private static boolean isRetention(@Nullable String text) {
		try {
			Period period = Period.parse(Objects.requireNonNullElse(text, ""));
			return !period.isZero() && !period.isNegative() && period.toTotalMonths() <= 1200;
		}
		catch (DateTimeParseException none) {
			return false;
		}
	}

	/// What is wrong: the path of the part.
	public record Fault(String part) {
	}

	/// A column as somebody wants it.
	public record Column(@Nullable String key, @Nullable FieldType type, @Nullable Map<String, String> labels,
			@Nullable List<Choice> choices) {

		private void check(String path, Set<String> seen, List<Fault> faults) {
			SubmittedRecordType.check(faults, path + ".key", this.key != null && KEY.matcher(this.key).matches()
					&& !RESERVED.contains(this.key) && seen.add(this.key));
			SubmittedRecordType.check(faults, path + ".type", this.type != null && TYPES.contains(this.type));
			SubmittedRecordType.check(faults, path + ".labels", areTexts(this.labels, LONGEST_LABEL));
			SubmittedRecordType.check(faults, path + ".choices", areChoices());
		}

		private boolean areChoices() {
			List<Choice> all = orNone();
			if (this.type != FieldType.CHOICE) {
				return all.isEmpty();
			}
			return !all.isEmpty() && all.size() <= MOST_CHOICES
					&& all.stream().map(Choice::value).distinct().count() == all.size()
					&& all.stream()
						.allMatch((choice) -> isText(choice.value(), LONGEST_LABEL)
								&& areTexts(choice.labels(), LONGEST_LABEL));
		}

		private RecordType.Column column() {
			return new RecordType.Column(Objects.requireNonNull(this.key), Objects.requireNonNull(this.type),
					Objects.requireNonNull(this.labels), orNone());
		}

		private List<Choice> orNone() {
			return (this.choices != null) ? this.choices : List.of();
		}

	}

}
