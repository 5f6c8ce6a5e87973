package dev.insyn.page.theme.colour;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The colours of a theme in one scheme, light or dark.
///
/// @param brand the update button
/// @param brandInk text on it
/// @param brandStrong the button under the pointer
/// @param link links, and what is ticked
/// @param masthead behind the logo
public record Palette(Colour brand, Colour brandInk, Colour brandStrong, Colour link, Colour masthead,
		Colour mastheadInk) {

	public static Palette of(String brand, String brandInk, String brandStrong, String link, String masthead,
			String mastheadInk) {
		return new Palette(new Colour(brand), new Colour(brandInk), new Colour(brandStrong), new Colour(link),
				new Colour(masthead), new Colour(mastheadInk));
	}

	/// @param colours one for every role
	public static Palette of(Map<Role, Colour> colours) {
		return new Palette(one(colours, Role.BRAND), one(colours, Role.BRAND_INK), one(colours, Role.BRAND_STRONG),
				one(colours, Role.LINK), one(colours, Role.MASTHEAD), one(colours, Role.MASTHEAD_INK));
	}

	private static Colour one(Map<Role, Colour> colours, Role role) {
		return Objects.requireNonNull(colours.get(role), role.member());
	}

	public Colour get(Role role) {
		return switch (role) {
			case BRAND -> this.brand;
			case BRAND_INK -> this.brandInk;
			case BRAND_STRONG -> this.brandStrong;
			case LINK -> this.link;
			case MASTHEAD -> this.masthead;
			case MASTHEAD_INK -> this.mastheadInk;
		};
	}

	/// The same palette with another colour in one role.
	public Palette with(Role role, Colour colour) {
		Map<Role, Colour> colours = new EnumMap<>(Role.class);
		for (Role each : Role.values()) {
			colours.put(each, get(each));
		}
		colours.put(role, colour);
		return of(colours);
	}

}
