package dev.insyn.pagekit;

import org.jspecify.annotations.Nullable;

/// Whose place a page is: the tenant's name and the addresses (same origin) of its logo, banner and theme style sheet.
///
/// @param logoSet the logo for screens of other densities, as a `srcset`; null if there is one size
/// @param bannerSet the banner in other widths, as a `srcset`; null if there is one size
public record Brand(String name, @Nullable String logo, @Nullable String banner, @Nullable String css,
		@Nullable String contactEmail, @Nullable String logoSet, @Nullable String bannerSet) {

	/// Logo and banner in one size each.
	public Brand(String name, @Nullable String logo, @Nullable String banner, @Nullable String css,
			@Nullable String contactEmail) {
		this(name, logo, banner, css, contactEmail, null, null);
	}

	/// A tenant whose theme is not known, or not reachable now.
	public static Brand named(String name) {
		return new Brand(name, null, null, null, null);
	}

}
