package dev.insyn.page.theme;

/// The colours of a theme in one scheme, light or dark.
///
/// @param brand the update button and what is chosen
/// @param brandInk text on it
/// @param brandStrong the button under the pointer
/// @param masthead behind the logo
public record Palette(Colour brand, Colour brandInk, Colour brandStrong, Colour link, Colour masthead,
		Colour mastheadInk) {

	static Palette of(String brand, String brandInk, String brandStrong, String link, String masthead,
			String mastheadInk) {
		return new Palette(new Colour(brand), new Colour(brandInk), new Colour(brandStrong), new Colour(link),
				new Colour(masthead), new Colour(mastheadInk));
	}

}
