package dev.insyn.page.theme;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Palette;

import org.jspecify.annotations.Nullable;

/// A look: colours, fonts, corners, logo and banner. Every value is typed, so nothing that someone entered is ever copied
/// into a style sheet as it is.
///
/// @param radius of corners in pixels, 0 to 24
/// @param logo the name of a file among our own images
public record Theme(String name, Palette light, Palette dark, Font font, Font headings, int radius,
		@Nullable String logo, @Nullable String banner) {

	public Theme {
		if (radius < 0 || radius > 24) {
			throw new IllegalArgumentException("Corners are 0 to 24 pixels");
		}
	}

	/// The theme's style sheet: the custom properties that page-kit's takes.
	String css() {
		return ":root{--theme-font:" + this.font.stack() + ";--theme-font-heading:" + this.headings.stack()
				+ ";--theme-radius:" + this.radius + "px;" + properties(this.light, "") + properties(this.dark, "-dark")
				+ "}\n";
	}

	private static String properties(Palette palette, String suffix) {
		return property("brand", suffix, palette.brand()) + property("brand-ink", suffix, palette.brandInk())
				+ property("brand-strong", suffix, palette.brandStrong()) + property("link", suffix, palette.link())
				+ property("masthead", suffix, palette.masthead())
				+ property("masthead-ink", suffix, palette.mastheadInk());
	}

	private static String property(String name, String suffix, Colour colour) {
		return "--theme-" + name + suffix + ":" + colour + ";";
	}

}
