package dev.insyn.page.theme;

import java.util.List;

import dev.insyn.page.theme.colour.Colour;
import dev.insyn.page.theme.colour.Contrast.Finding;

/// A pair of colours as the API tells it.
///
/// @param pair which two: `button`, `button-strong`, `link`, `link-tinted`, `masthead` or `focus`
/// @param needed what WCAG 2.2 AA asks for
record ContrastView(String scheme, String pair, Colour front, Colour ground, double ratio, double needed,
		List<Suggested> suggestions) {

	static ContrastView of(Finding finding) {
		return new ContrastView(finding.scheme().member(), finding.pairing().code(), finding.front(), finding.ground(),
				finding.ratio(), finding.pairing().needed(),
				finding.suggestions()
					.stream()
					.map((suggestion) -> new Suggested(finding.scheme().member() + "." + suggestion.role().member(),
							suggestion.colour(), suggestion.ratio()))
					.toList());
	}

	/// A colour for a member, with which the pair has that contrast.
	record Suggested(String member, Colour colour, double ratio) {

	}

}
