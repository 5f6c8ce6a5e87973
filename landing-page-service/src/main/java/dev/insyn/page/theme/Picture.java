package dev.insyn.page.theme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.image.ImageKind;
import dev.insyn.page.theme.image.PreparedImage;
import dev.insyn.page.theme.image.Rendition;
import dev.insyn.platform.tenancy.TenantId;

/// A picture as pages show it.
///
/// @param address of the size for browsers that know no others
/// @param set the others as a `srcset`; empty if there is one size
public record Picture(String address, String set) {

	private static final double LOGO_HEIGHT = 44;

	static Picture ours(TenantId tenant, String name) {
		return new Picture(ThemeImages.address(tenant, name), "");
	}

	static Picture uploaded(TenantId tenant, String hash, PreparedImage image) {
		List<Rendition> sizes = image.renditions();
		String base = "/theme/" + tenant + "/image/" + hash + "/";
		Rendition usual = sizes.get(Math.min(1, sizes.size() - 1));
		String set = (sizes.size() == 1) ? ""
				: sizes.stream()
					.map((size) -> base + size.file() + " " + descriptor(image.kind(), size))
					.collect(Collectors.joining(", "));
		return new Picture(base + usual.file(), set);
	}

	private static String descriptor(ImageKind kind, Rendition size) {
		return (kind == ImageKind.BANNER) ? size.width() + "w"
				: String.format(Locale.ROOT, "%.2fx", Math.max(0.01, size.height() / LOGO_HEIGHT));
	}

	/// Whether a logo can be made out on a masthead; anything but a transparent logo of
	/// the same lightness can.
	public static boolean standsOut(PreparedImage logo, Colour masthead) {
		return logo.standsOutFrom(masthead) >= 0.4;
	}

}
