package dev.insyn.pagekit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A field of a form, as it is to be drawn.
public sealed interface FormField {

	FieldFrame frame();

	/// One line or several lines of text. `width` is about how many characters the value
	/// has.
	record Text(FieldFrame frame, String value, String type, @Nullable String autocomplete, @Nullable String inputmode,
			Width width, @Nullable Integer maxLength, int rows) implements FormField {

		/// A plain line of text.
		public static Text line(FieldFrame frame, String value, Width width) {
			return new Text(frame, value, "text", null, null, width, null, 1);
		}

		public boolean multiline() {
			return this.rows > 1;
		}

	}

	/// One of a few: radio buttons.
	record Radios(FieldFrame frame, List<Option> options) implements FormField {

	}

	/// Several of a few: check boxes.
	record Checkboxes(FieldFrame frame, List<Option> options) implements FormField {

	}

	/// One of many: a list that opens. The first, empty option is the component's own.
	record Select(FieldFrame frame, List<Option> options, @Nullable String autocomplete,
			Width width) implements FormField {

	}

	/// Fields that make up one value, like a postal address.
	record Group(FieldFrame frame, List<FormField> parts) implements FormField {

	}

	/// Something to choose.
	record Option(String value, String label, boolean selected) {

	}

	/// How wide an input is: as wide as what it takes.
	enum Width {

		TINY, SHORT, MEDIUM, LONG;

		/// The style class.
		public String css() {
			return "w-" + name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
