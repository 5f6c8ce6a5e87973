package dev.insyn.page.theme;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Contrast;
import dev.insyn.page.theme.colour.Contrast.Finding;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.colour.Scheme;

/// Colours, fonts and corners. Every value is typed, so nothing that someone entered is ever copied into a style sheet as it
/// is.
///
/// @param darkScheme whether pages are dark where the device is
/// @param corners their radius in pixels, 0 to 24
public record Look(Palette light, Palette dark, boolean darkScheme, Fonts fonts, int corners) {

	public static final int ROUNDEST = 24;

	public Look {
		if (corners < 0 || corners > ROUNDEST) {
			throw new IllegalArgumentException("Corners are 0 to 24 pixels");
		}
	}

	public Palette palette(Scheme scheme) {
		return (scheme == Scheme.LIGHT) ? this.light : this.dark;
	}

	public Look with(Scheme scheme, Palette palette) {
		return (scheme == Scheme.LIGHT) ? new Look(palette, this.dark, this.darkScheme, this.fonts, this.corners)
				: new Look(this.light, palette, this.darkScheme, this.fonts, this.corners);
	}

	/// Every pair of colours that meet on a page of this look.
	public List<Finding> contrast() {
		List<Finding> findings = new ArrayList<>(Contrast.examine(Scheme.LIGHT, this.light));
		if (this.darkScheme) {
			findings.addAll(Contrast.examine(Scheme.DARK, this.dark));
		}
		return List.copyOf(findings);
	}

	/// The pairs below AA.
	public List<Finding> failing() {
		return contrast().stream().filter((finding) -> !finding.passes()).toList();
	}

	/// The style sheet: the custom properties that page-kit's takes.
	public String css() {
		return ":root{" + (this.darkScheme ? "" : "color-scheme:light;") + "--theme-font:" + this.fonts.text().stack()
				+ ";--theme-font-heading:" + this.fonts.headings().stack() + ";--theme-radius:" + this.corners + "px;"
				+ properties(this.light, "") + properties(this.dark, "-dark") + "}\n";
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

	/// Of running text and of headings.
	public record Fonts(Font text, Font headings) {

	}

}
