package dev.insyn.contact.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.insyn.fields.Choice;
import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A tenant's catalogue as administrators edit it: what may change depends on what contacts have had values in.
///
/// @param entries in the order in which people see them
/// @param revision grows with each change; the changed field's version
/// @param used the fields that a contact has had a value in, and choices that one has made (`field=choice`)
public record Catalogue(List<Entry> entries, long revision, Set<String> used) {

	static final int MOST_FIELDS = 300;

	/// All texts together, so that the catalogue stays one document of a few megabytes.
	static final int MOST_LETTERS = 1_000_000;

	/// The code greets and mails people by these.
	private static final Set<String> STANDARD = Set.of("first-name", "last-name", "email");

	public Catalogue {
		entries = List.copyOf(entries);
		used = Set.copyOf(used);
	}

	Optional<Entry> find(String key) {
		return this.entries.stream().filter((entry) -> entry.field().key().equals(key)).findFirst();
	}

	/// @throws Problem 404 if there is no such field
	public Entry get(String key) {
		return find(key).orElseThrow(NoSuchField::new);
	}

	public boolean hasValues(String key) {
		return this.used.contains(key);
	}

	/// Whether code relies on the field.
	public static boolean isStandard(String key) {
		return STANDARD.contains(key);
	}

	/// @throws Problem 409 if the key is taken
	Catalogue with(CatalogueField added) {
		if (find(added.key()).isPresent()) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:field-exists",
					"The catalogue has a field with this key");
		}
		if (this.entries.size() >= MOST_FIELDS) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:too-many-fields",
					"A catalogue has at most " + MOST_FIELDS + " fields")
				.with("max", MOST_FIELDS);
		}
		List<Entry> more = new ArrayList<>(this.entries);
		more.add(new Entry(added, this.revision + 1));
		return new Catalogue(more, this.revision + 1, this.used).withinSize();
	}

	/// @throws InvalidField if the field's stored values would not fit any more
	Catalogue changedTo(CatalogueField next) {
		CatalogueField before = get(next.key()).field();
		Objections objections = new Objections();
		boolean fixed = hasValues(next.key()) || isStandard(next.key());
		objections.addIf(fixed && next.type() != before.type(), "type", "has-values");
		Set<String> kept = values(next);
		for (Choice choice : before.choices()) {
			String use = use(next.key(), choice.value());
			boolean lost = this.used.contains(use) && !kept.contains(choice.value());
			objections.addIf(lost && next.type() == before.type(), "choices", "choice-in-use");
		}
		objections.raise();
		return replaced((entry) -> entry.field().key().equals(next.key()) ? new Entry(next, this.revision + 1) : entry)
			.withinSize();
	}

	/// @throws Problem 409 if code relies on the field or a contact has had a value in
	/// it: then it can only be retired
	Catalogue without(String key) {
		Entry gone = get(key);
		if (isStandard(key)) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:standard-field", "Insyn relies on this field");
		}
		if (hasValues(key)) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:field-has-values",
					"Contacts have or had values in this field; retire it instead");
		}
		return new Catalogue(this.entries.stream().filter((entry) -> !entry.equals(gone)).toList(), this.revision + 1,
				this.used);
	}

	/// Remembers what contacts get values in.
	/// @param marks as they stand in [#used]
	Catalogue usedFor(Set<String> marks) {
		Set<String> more = new HashSet<>(this.used);
		more.addAll(marks);
		return new Catalogue(this.entries, this.revision, more);
	}

	static String use(String field, String choice) {
		return field + "=" + choice;
	}

	private static Set<String> values(CatalogueField field) {
		Set<String> values = new HashSet<>();
		field.choices().forEach((choice) -> values.add(choice.value()));
		return values;
	}

	private Catalogue replaced(UnaryOperator<Entry> change) {
		return new Catalogue(this.entries.stream().map(change).toList(), this.revision + 1, this.used);
	}

	private Catalogue withinSize() {
		if (this.entries.stream().mapToLong((entry) -> entry.field().size()).sum() > MOST_LETTERS) {
			throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:catalogue-too-large",
					"All texts of a catalogue have at most " + MOST_LETTERS + " letters")
				.with("max", MOST_LETTERS);
		}
		return this;
	}

	/// A field and the revision in which it last changed.
	public record Entry(CatalogueField field, long version) {
	}

	/// The tenant's catalogue has no such field.
	static final class NoSuchField extends Problem {

		private static final long serialVersionUID = 1L;

		NoSuchField() {
			super(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-field", "No such field");
		}

	}

}
