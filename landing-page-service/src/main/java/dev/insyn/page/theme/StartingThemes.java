package dev.insyn.page.theme;

import dev.insyn.page.theme.Look.Fonts;
import dev.insyn.page.theme.colour.Palette;
import dev.insyn.platform.tenancy.Tenant;

/// The theme a tenant begins with.
final class StartingThemes {

	static final String ID = "standard";

	private StartingThemes() {
	}

	static Theme of(Tenant tenant) {
		return switch (tenant.id().value()) {
			case "nordcykel" -> nordcykel(tenant);
			case "fjordbok" -> fjordbok(tenant);
			default -> new Theme(name(tenant), neutral(), Pictures.NONE);
		};
	}

	private static Theme nordcykel(Tenant tenant) {
		return new Theme(name(tenant),
				new Look(Palette.of("#0b5cad", "#ffffff", "#083f78", "#0b5394", "#0a2f55", "#ffffff"),
						Palette.of("#7ab8f5", "#06213d", "#a6d0fa", "#8fc4f8", "#0a2f55", "#ffffff"), true,
						new Fonts(Font.SYSTEM, Font.GEOMETRIC), 10),
				new Pictures("nordcykel-logo.svg", "nordcykel-banner.svg"));
	}

	private static Theme fjordbok(Tenant tenant) {
		return new Theme(name(tenant),
				new Look(Palette.of("#8a2f2b", "#ffffff", "#64201d", "#7d2a26", "#f6efe3", "#2a211b"),
						Palette.of("#eea49d", "#3a0f0d", "#f6c5c0", "#f2b0aa", "#f6efe3", "#2a211b"), true,
						new Fonts(Font.TRANSITIONAL, Font.OLD_STYLE), 0),
				new Pictures("fjordbok-logo.svg", "fjordbok-banner.svg"));
	}

	/// A look that fits everyone.
	static Look neutral() {
		return new Look(Palette.of("#1b4d4a", "#ffffff", "#123634", "#14544f", "#ffffff", "#16191d"),
				Palette.of("#7fd1c7", "#0b2422", "#a7e3db", "#8bd8cf", "#14171a", "#eef1f3"), true,
				new Fonts(Font.SYSTEM, Font.SYSTEM), 6);
	}

	/// A tenant's name comes from its configuration and may be longer than a theme's.
	private static String name(Tenant tenant) {
		String name = Theme.nameOf(tenant.name());
		int most = Math.min(name.codePointCount(0, name.length()), Theme.LONGEST_NAME);
		return name.substring(0, name.offsetByCodePoints(0, most));
	}

}
