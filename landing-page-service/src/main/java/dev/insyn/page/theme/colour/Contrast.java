package dev.insyn.page.theme.colour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Examines a palette: every pair of colours that meet on a page, its contrast, and what would pass.
public final class Contrast {

	/// Below this, text can't be made out by anyone, however large.
	public static final double UNREADABLE = 3;

	private Contrast() {
	}

	public static List<Finding> examine(Scheme scheme, Palette palette) {
		return Arrays.stream(Pairing.values()).map((pairing) -> finding(scheme, palette, pairing)).toList();
	}

	/// The palette with every pair made to pass, each by the nearest colour. The brand
	/// colour is never changed: there is an ink for every ground.
	public static Palette mended(Scheme scheme, Palette palette) {
		Palette mended = palette;
		for (Pairing pairing : List.of(Pairing.MASTHEAD, Pairing.LINK, Pairing.LINK_TINTED, Pairing.BUTTON,
				Pairing.BUTTON_STRONG)) {
			if (!pairing.passes(scheme, mended)) {
				Role role = pairing.changeable().getFirst();
				mended = mended.with(role, Nearest.passing(scheme, mended, pairing, role));
			}
		}
		return mended;
	}

	private static Finding finding(Scheme scheme, Palette palette, Pairing pairing) {
		List<Suggestion> suggestions = new ArrayList<>();
		if (!pairing.passes(scheme, palette)) {
			for (Role role : pairing.changeable()) {
				Colour colour = Nearest.passing(scheme, palette, pairing, role);
				suggestions
					.add(new Suggestion(role, colour, rounded(pairing.contrast(scheme, palette.with(role, colour)))));
			}
		}
		return new Finding(scheme, pairing, pairing.front(scheme, palette), pairing.ground(scheme, palette),
				rounded(pairing.contrast(scheme, palette)), suggestions);
	}

	/// Downwards, so that what is shown never passes where the contrast does not.
	private static double rounded(double ratio) {
		return Math.floor(ratio * 100) / 100;
	}

	/// Two colours that meet, and how well they can be told apart.
	///
	/// @param ratio with two decimals
	/// @param suggestions what would pass; none where it passes
	public record Finding(Scheme scheme, Pairing pairing, Colour front, Colour ground, double ratio,
			List<Suggestion> suggestions) {

		public Finding {
			suggestions = List.copyOf(suggestions);
		}

		public boolean passes() {
			return this.ratio >= this.pairing.needed();
		}

		/// Whether it is text that nobody could read.
		public boolean unreadable() {
			return this.pairing.isText() && this.ratio < UNREADABLE;
		}

	}

	/// The nearest colour for a role with which a pair passes.
	public record Suggestion(Role role, Colour colour, double ratio) {

	}

}
