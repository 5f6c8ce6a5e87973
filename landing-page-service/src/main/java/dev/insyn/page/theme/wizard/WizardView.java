package dev.insyn.page.theme.wizard;

import java.util.List;

import dev.insyn.page.theme.Font;
import dev.insyn.page.theme.ThemeFields;
import dev.insyn.page.theme.colour.Role;
import dev.insyn.page.theme.colour.Scheme;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Field;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Everything that the wizard's template needs.
///
/// @param mayChange whether the user may save; else all is only shown
/// @param unsaved whether the form holds what is not saved
/// @param question what has to be decided before it is saved; null if nothing
record WizardView(Texts texts, Draft draft, boolean mayChange, boolean unsaved, PictureView logo, PictureView banner,
		CheckView check, @Nullable Content question) {

	static final List<String> STEPS = List.of("logo", "banner", "colours", "shape");

	Field name() {
		return field(Field.text(ThemeFields.NAME, text("name")), ThemeFields.NAME).hint(text("name.hint"))
			.atMost(60)
			.required();
	}

	List<Field> colours(Scheme scheme) {
		return java.util.Arrays.stream(Role.values()).map((role) -> {
			String member = ThemeFields.member(scheme, role);
			return field(Field.colour(member, text("role." + role.member())), member);
		}).toList();
	}

	Field darkScheme() {
		return Field.checkbox(ThemeFields.DARK_SCHEME, text("dark"))
			.hint(text("dark.hint"))
			.on(this.draft.value(ThemeFields.DARK_SCHEME).equals("true"));
	}

	List<Font> fonts() {
		return List.of(Font.values());
	}

	boolean chosen(String member, Font font) {
		return this.draft.value(member).equals(font.code());
	}

	String corners() {
		return this.draft.value(ThemeFields.CORNERS);
	}

	List<Field> wrong() {
		List<Field> fields = new java.util.ArrayList<>(List.of(name()));
		for (Scheme scheme : Scheme.values()) {
			fields.addAll(colours(scheme));
		}
		return fields.stream().filter(Field::wrong).toList();
	}

	private Field field(Field field, String member) {
		String error = this.draft.reading().error(member);
		return field.value(this.draft.value(member)).error((error != null) ? text("error." + error) : null);
	}

	private String text(String key) {
		return this.texts.get("theme." + key);
	}

	/// The page beside the form, as it is now.
	String preview() {
		return this.draft.address() + "/preview?" + this.draft.query();
	}

	@Nullable String dirty() {
		return this.unsaved ? "" : null;
	}

	static String next(String step) {
		return STEPS.get(STEPS.indexOf(step) + 1);
	}

	static String previous(String step) {
		return STEPS.get(STEPS.indexOf(step) - 1);
	}

}
