package dev.insyn.pagekit;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What every form field has around its input: label, hint under it, error under the hint, and a word when it is
/// required (or optional, where that is the exception).
public record FieldFrame(String name, String label, @Nullable String hint, @Nullable String error, Mark mark,
		@Nullable Content notice) {

	/// A field without notice.
	public FieldFrame(String name, String label, @Nullable String hint, @Nullable String error, Mark mark) {
		this(name, label, hint, error, mark, null);
	}

	/// The id of the input, or of the first input of a group: where the error summary's
	/// link leads.
	public String id() {
		return "f-" + this.name.replace('.', '-');
	}

	/// The ids that describe the input, for `aria-describedby`; null if there are none.
	public @Nullable String describedBy() {
		String ids = ((this.hint != null) ? id() + "-hint " : "") + ((this.error != null) ? id() + "-error" : "");
		return ids.isBlank() ? null : ids.trim();
	}

	public boolean required() {
		return this.mark == Mark.REQUIRED;
	}

	/// Which word stands beside the label.
	public enum Mark {

		REQUIRED, OPTIONAL, NONE

	}

}
