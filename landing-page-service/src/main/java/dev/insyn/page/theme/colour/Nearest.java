package dev.insyn.page.theme.colour;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the colour of the same hue that looks most like one and yet has enough contrast.
final class Nearest {

	private static final int LIGHTNESSES = 250;

	private static final int CHROMAS = 12;

	private Nearest() {
	}

	/// @return a colour with which the pair passes, and if there is one, also every other
	/// pair of the role that passes now or could
	static Colour passing(Scheme scheme, Palette palette, Pairing pairing, Role role) {
		List<Pairing> all = Arrays.stream(Pairing.values()).filter((each) -> each.changeable().contains(role)).toList();
		List<Pairing> standing = all.stream()
			.filter((each) -> each == pairing || each.passes(scheme, palette))
			.toList();
		Colour colour = palette.get(role);
		return nearest(colour, (tried) -> passes(all, scheme, palette.with(role, tried)))
			.or(() -> nearest(colour, (tried) -> passes(standing, scheme, palette.with(role, tried))))
			.or(() -> nearest(colour, (tried) -> pairing.passes(scheme, palette.with(role, tried))))
			.orElse(colour);
	}

	static Optional<Colour> nearest(Colour colour, Predicate<Colour> fits) {
		Oklch wanted = Oklch.of(colour);
		Colour best = null;
		double shortest = Double.MAX_VALUE;
		for (int i = 0; i <= LIGHTNESSES; i++) {
			Oklch lighter = wanted.withLightness((double) i / LIGHTNESSES);
			if (Math.abs(lighter.lightness() - wanted.lightness()) >= shortest) {
				continue;
			}
			for (int j = CHROMAS; j >= 0; j--) {
				Oklch paler = lighter.withChroma(wanted.chroma() * j / CHROMAS);
				if (j > 0 && !paler.isShown()) {
					continue;
				}
				Colour tried = paler.colour();
				double distance = Oklch.of(tried).distance(wanted);
				if (distance < shortest && fits.test(tried)) {
					best = tried;
					shortest = distance;
				}
			}
		}
		return Optional.ofNullable(best);
	}

	private static boolean passes(List<Pairing> pairings, Scheme scheme, Palette palette) {
		return pairings.stream().allMatch((each) -> each.passes(scheme, palette));
	}

}
