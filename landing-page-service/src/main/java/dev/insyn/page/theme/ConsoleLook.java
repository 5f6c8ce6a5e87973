package dev.insyn.page.theme;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Palette;

/// What the console takes over from a tenant's standard theme: the masthead and one strong colour, light and dark. Each
/// dark value stands under its own name too, for a console whose user chose a scheme.
final class ConsoleLook {

	private ConsoleLook() {
	}

	static String css(Theme theme) {
		return ":root{" + properties(theme.light(), "") + properties(theme.dark(), "-dark") + "}\n"
				+ "@media (prefers-color-scheme:dark){:root{" + properties(theme.dark(), "") + "}}\n";
	}

	private static String properties(Palette palette, String suffix) {
		return property("masthead", suffix, palette.masthead())
				+ property("masthead-ink", suffix, palette.mastheadInk()) + property("brand", suffix, palette.brand())
				+ property("brand-ink", suffix, palette.brandInk());
	}

	private static String property(String name, String suffix, Colour colour) {
		return "--tenant-" + name + suffix + ":" + colour + ";";
	}

}
