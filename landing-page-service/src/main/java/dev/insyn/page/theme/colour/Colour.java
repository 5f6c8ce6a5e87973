package dev.insyn.page.theme.colour;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/// A colour of a theme: six hexadecimal digits and nothing else, as it is written into a style sheet.
public record Colour(@JsonValue String value) {

	private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");

	private static final Pattern TYPED = Pattern.compile("#?([0-9a-f]{3}|[0-9a-f]{6})");

	public Colour {
		value = value.toLowerCase(Locale.ROOT);
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("A colour is # and six hexadecimal digits");
		}
	}

	/// The colour of the lowest 24 bits, as in 0xRRGGBB.
	public static Colour ofRgb(int rgb) {
		return new Colour(String.format("#%06x", rgb & 0xffffff));
	}

	/// What a person means by `0B5CAD`, `#0b5cad` or `#05a`; nothing if it is no such
	/// colour.
	public static Optional<Colour> typed(String text) {
		String digits = text.strip().toLowerCase(Locale.ROOT);
		if (!TYPED.matcher(digits).matches()) {
			return Optional.empty();
		}
		digits = digits.replace("#", "");
		return Optional.of(new Colour("#" + ((digits.length() == 3) ? digits.replaceAll("(.)", "$1$1") : digits)));
	}

	/// The contrast between two colours as WCAG 2.2 reckons it, 1 to 21.
	public double contrast(Colour other) {
		double one = luminance();
		double two = other.luminance();
		return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
	}

	/// Relative luminance (WCAG 2.2), 0 to 1.
	public double luminance() {
		return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
	}

	public int red() {
		return channel(1);
	}

	public int green() {
		return channel(3);
	}

	public int blue() {
		return channel(5);
	}

	private int channel(int at) {
		return Integer.parseInt(this.value.substring(at, at + 2), 16);
	}

	/// A channel of sRGB, 0 to 255, as light, 0 to 1 (IEC 61966-2-1).
	static double linear(int channel) {
		double share = channel / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
