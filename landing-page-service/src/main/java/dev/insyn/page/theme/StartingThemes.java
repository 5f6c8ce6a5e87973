package dev.insyn.page.theme;

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
			default -> neutral(tenant);
		};
	}

	private static Theme nordcykel(Tenant tenant) {
		return new Theme(tenant.name(), Palette.of("#0b5cad", "#ffffff", "#083f78", "#0b5394", "#0a2f55", "#ffffff"),
				Palette.of("#7ab8f5", "#06213d", "#a6d0fa", "#8fc4f8", "#0a2f55", "#ffffff"), Font.SYSTEM,
				Font.GEOMETRIC, 10, "nordcykel-logo.svg", "nordcykel-banner.svg");
	}

	private static Theme fjordbok(Tenant tenant) {
		return new Theme(tenant.name(), Palette.of("#8a2f2b", "#ffffff", "#64201d", "#7d2a26", "#f6efe3", "#2a211b"),
				Palette.of("#eea49d", "#3a0f0d", "#f6c5c0", "#f2b0aa", "#f6efe3", "#2a211b"), Font.TRANSITIONAL,
				Font.OLD_STYLE, 0, "fjordbok-logo.svg", "fjordbok-banner.svg");
	}

	private static Theme neutral(Tenant tenant) {
		return new Theme(tenant.name(), Palette.of("#1b4d4a", "#ffffff", "#123634", "#14544f", "#ffffff", "#16191d"),
				Palette.of("#7fd1c7", "#0b2422", "#a7e3db", "#8bd8cf", "#14171a", "#eef1f3"), Font.SYSTEM, Font.SYSTEM,
				6, null, null);
	}

}
