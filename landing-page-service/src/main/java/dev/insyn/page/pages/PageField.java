package dev.insyn.page.pages;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A field of the catalogue placed on a page.
///
/// @param section a heading above the field that begins a new part of the form; empty for none
/// @param heading what the field is called on this page; empty: as in the catalogue
/// @param comment what helps to fill it in; empty for none
/// @param preset the value, in canonical form, that is preselected and saved where the contact has none
public record PageField(String key, Localized section, Localized heading, Localized comment, boolean editable,
		boolean required, @Nullable List<String> preset) {

	public PageField {
		key = Objects.requireNonNullElse(key, "");
		section = Objects.requireNonNullElse(section, Localized.NONE);
		heading = Objects.requireNonNullElse(heading, Localized.NONE);
		comment = Objects.requireNonNullElse(comment, Localized.NONE);
		preset = (preset == null || preset.isEmpty()) ? null : List.copyOf(preset);
	}

	/// A field that is only shown.
	public static PageField shown(String key) {
		return new PageField(key, Localized.NONE, Localized.NONE, Localized.NONE, false, false, null);
	}

	/// A field that the contact can change.
	public static PageField editable(String key) {
		return new PageField(key, Localized.NONE, Localized.NONE, Localized.NONE, true, false, null);
	}

	public PageField beginning(Localized newSection) {
		return new PageField(this.key, newSection, this.heading, this.comment, this.editable, this.required,
				this.preset);
	}

	public PageField headed(Localized newHeading) {
		return new PageField(this.key, this.section, newHeading, this.comment, this.editable, this.required,
				this.preset);
	}

	public PageField commented(Localized newComment) {
		return new PageField(this.key, this.section, this.heading, newComment, this.editable, this.required,
				this.preset);
	}

	public PageField asRequired() {
		return new PageField(this.key, this.section, this.heading, this.comment, this.editable, true, this.preset);
	}

	public PageField preset(String... values) {
		return new PageField(this.key, this.section, this.heading, this.comment, this.editable, this.required,
				List.of(values));
	}

}
