package dev.insyn.page.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The font stacks a theme may choose from: fonts that devices have, so that nothing is fetched.
public enum Font {

	SYSTEM("system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"Noto Sans\", Arial, sans-serif"),

	HUMANIST("Seravek, \"Gill Sans Nova\", Ubuntu, Calibri, \"DejaVu Sans\", source-sans-pro, sans-serif"),

	GEOMETRIC("Avenir, Montserrat, Corbel, \"URW Gothic\", source-sans-pro, sans-serif"),

	OLD_STYLE("\"Iowan Old Style\", \"Palatino Linotype\", \"URW Palladio L\", P052, Georgia, serif"),

	TRANSITIONAL("Charter, \"Bitstream Charter\", \"Sitka Text\", Cambria, Georgia, \"DejaVu Serif\", serif");

	private final String stack;

	Font(String stack) {
		this.stack = stack;
	}

	/// Its name in JSON, forms and keys of texts.
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Font> of(String code) {
		return Arrays.stream(values()).filter((font) -> font.code().equals(code)).findFirst();
	}

	/// The value of `font-family`.
	public String stack() {
		return this.stack;
	}

}
