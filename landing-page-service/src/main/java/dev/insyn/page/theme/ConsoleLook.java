package dev.insyn.page.theme;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Palette;

/// What the console takes over from a tenant's standard theme: the masthead and one strong colour. The console's own scheme
/// decides whether light or dark.
final class ConsoleLook {

	private ConsoleLook() {
	}

	static String css(Look look) {
		Palette light = look.light();
		Palette dark = look.darkScheme() ? look.dark() : light;
		return ":root{" + property("masthead", light.masthead(), dark.masthead())
				+ property("masthead-ink", light.mastheadInk(), dark.mastheadInk())
				+ property("brand", light.brand(), dark.brand())
				+ property("brand-ink", light.brandInk(), dark.brandInk()) + "}\n";
	}

	private static String property(String name, Colour light, Colour dark) {
		return "--tenant-" + name + ":light-dark(" + light + "," + dark + ");";
	}

}
