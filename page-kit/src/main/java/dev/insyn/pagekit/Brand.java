package dev.insyn.pagekit;

import org.jspecify.annotations.Nullable;

/// Whose place a page is: the tenant's name and the addresses (same origin) of its logo, banner and theme style sheet.
public record Brand(String name, @Nullable String logo, @Nullable String banner, @Nullable String css,
		@Nullable String contactEmail) {

	/// A tenant whose theme is not known, or not reachable now.
	public static Brand named(String name) {
		return new Brand(name, null, null, null, null);
	}

}
