package dev.insyn.page.theme;

import java.util.List;

import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

/// A theme as the API tells it.
///
/// @param standard whether pages wear it that name no other
/// @param hash names its style sheet and images
/// @param pages the numbers of those that wear it
/// @param contrast every pair of colours that meet on a page
record ThemeView(String id, String name, boolean standard, Colours light, Colours dark, boolean darkScheme, String font,
		String headings, int corners, @Nullable Picture logo, @Nullable Picture banner, int revision, String hash,
		List<String> pages, List<ContrastView> contrast) {

	static ThemeView of(Stored<Theme> stored, WornTheme worn, List<Wearer> wearers) {
		Theme theme = stored.state();
		Look look = theme.look();
		return new ThemeView(stored.id(), theme.name(), stored.id().equals(StartingThemes.ID), Colours.of(look.light()),
				Colours.of(look.dark()), look.darkScheme(), look.fonts().text().code(), look.fonts().headings().code(),
				look.corners(), worn.picture(ImageKind.LOGO), worn.picture(ImageKind.BANNER), theme.revision(),
				worn.hash(), wearers.stream().map(Wearer::page).distinct().toList(),
				look.contrast().stream().map(ContrastView::of).toList());
	}

	/// A palette, each colour as `#rrggbb`.
	record Colours(Colour brand, Colour brandInk, Colour brandStrong, Colour link, Colour masthead,
			Colour mastheadInk) {

		static Colours of(Palette palette) {
			return new Colours(palette.brand(), palette.brandInk(), palette.brandStrong(), palette.link(),
					palette.masthead(), palette.mastheadInk());
		}

	}

}
