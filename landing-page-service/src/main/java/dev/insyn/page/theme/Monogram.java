package dev.insyn.page.theme;

import dev.insyn.page.theme.colour.Palette;

import java.nio.charset.StandardCharsets;

import dev.insyn.page.theme.ThemeImages.Image;

/// The logo of a tenant that has none: its initial on its colour.
///
/// Of the name it takes one letter or digit and nothing else, so that no name can write markup.
final class Monogram {

	private Monogram() {
	}

	static Image of(String name, Palette palette) {
		String svg = """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44" width="44" height="44">\
				<rect width="44" height="44" rx="9" fill="%s"/>\
				<text x="22" y="22" dy=".36em" text-anchor="middle" font-family="system-ui,Segoe UI,Roboto,Arial,sans-serif" \
				font-size="25" font-weight="700" fill="%s">%s</text></svg>
				"""
			.formatted(palette.brand(), palette.brandInk(), initial(name));
		return new Image(svg.getBytes(StandardCharsets.UTF_8), "image/svg+xml");
	}

	static String initial(String name) {
		return name.codePoints()
			.filter(Character::isLetterOrDigit)
			.mapToObj(Character::toString)
			.map((letter) -> letter.toUpperCase(java.util.Locale.ROOT))
			.findFirst()
			.orElse("·");
	}

}
