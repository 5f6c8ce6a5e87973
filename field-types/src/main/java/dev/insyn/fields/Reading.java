package dev.insyn.fields;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What came of reading something that a person typed or a system sent.
public sealed interface Reading {

	/// A value in its canonical form.
	///
	/// @param canonical a `String`; for [FieldType#CHOICES] a `List<String>`; for
	/// [FieldType#ADDRESS] a
	/// `Map<String, String>`; null: no value was given
	record Value(@Nullable Object canonical) implements Reading {

		public boolean isEmpty() {
			return this.canonical == null;
		}

	}

	/// Why it can't be a value of the field.
	///
	/// @param code one of [ProblemCode]; its text stands under `field.problem.<code>`
	/// @param args what the text names, such as `max`; values in canonical form, and
	/// never what was typed
	record Problem(String code, Map<String, String> args) implements Reading {

		Problem(String code) {
			this(code, Map.of());
		}

	}

}
