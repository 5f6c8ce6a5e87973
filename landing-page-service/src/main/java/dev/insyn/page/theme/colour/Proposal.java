package dev.insyn.page.theme.colour;

/// A whole palette, light and dark, made from one brand colour. Every pair of it passes WCAG 2.2 AA, whatever the colour.
///
/// @param masthead how the place behind the logo looks
public record Proposal(Masthead masthead, Palette light, Palette dark) {

	private static final Colour WHITE = new Colour("#ffffff");

	private static final double NO_COLOUR = 0.02;

	/// The brand colour itself stays as it is.
	public static Proposal of(Colour brand, Masthead masthead) {
		Oklch seen = Oklch.of(brand);
		return new Proposal(masthead, Contrast.mended(Scheme.LIGHT, light(brand, seen, masthead)),
				Contrast.mended(Scheme.DARK, dark(seen, masthead)));
	}

	private static Palette light(Colour brand, Oklch seen, Masthead masthead) {
		Colour ink = (brand.contrast(WHITE) >= Pairing.BUTTON.needed()) ? WHITE : shade(seen, 0.2, 0.03);
		double lightness = seen.lightness();
		double strong = ink.equals(WHITE) ? lightness - ((lightness < 0.25) ? -0.12 : 0.1) : lightness + 0.07;
		Colour ground = switch (masthead) {
			case PAPER -> Scheme.LIGHT.paper();
			case TINT -> shade(seen, 0.955, 0.022);
			case BRAND -> brand;
			case DEEP -> shade(seen, 0.29, 0.075);
		};
		return new Palette(brand, ink, seen.withLightness(strong).colour(), brand, ground, inkOn(ground, seen));
	}

	private static Palette dark(Oklch seen, Masthead masthead) {
		Colour brand = shade(seen, 0.8, 0.12);
		Colour ground = switch (masthead) {
			case PAPER -> Scheme.DARK.paper();
			case TINT -> shade(seen, 0.24, 0.02);
			case BRAND -> shade(seen, 0.36, 0.09);
			case DEEP -> shade(seen, 0.29, 0.075);
		};
		return new Palette(brand, shade(seen, 0.22, 0.05), shade(seen, 0.88, 0.08), shade(seen, 0.82, 0.1), ground,
				inkOn(ground, seen));
	}

	private static Colour inkOn(Colour ground, Oklch seen) {
		Colour light = (ground.luminance() < 0.18) ? WHITE : shade(seen, 0.2, 0.02);
		return (light.contrast(ground) >= Pairing.MASTHEAD.needed()) ? light : shade(seen, 0.15, 0);
	}

	/// A shade of the brand's hue; of a grey, a grey.
	private static Colour shade(Oklch seen, double lightness, double chroma) {
		double most = (seen.chroma() < NO_COLOUR) ? Math.min(seen.chroma(), chroma) : chroma;
		return new Oklch(lightness, most, seen.hue()).colour();
	}

	/// How the place behind the logo looks.
	public enum Masthead {

		/// As the page.
		PAPER("paper"),

		/// A breath of the brand.
		TINT("tint"),

		/// The brand colour.
		BRAND("brand"),

		/// The brand's night.
		DEEP("deep");

		private final String code;

		Masthead(String code) {
			this.code = code;
		}

		/// Its name in JSON and in keys of texts.
		public String code() {
			return this.code;
		}

	}

}
