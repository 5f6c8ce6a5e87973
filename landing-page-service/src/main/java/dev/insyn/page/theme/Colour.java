package dev.insyn.page.theme;

import java.util.Locale;
import java.util.regex.Pattern;

/// A colour of a theme: six hexadecimal digits and nothing else, as it is written into a style sheet.
public record Colour(String value) {

	private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");

	public Colour {
		value = value.toLowerCase(Locale.ROOT);
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("A colour is # and six hexadecimal digits");
		}
	}

	/// The contrast between two colours as WCAG 2.2 reckons it, 1 to 21.
	public double contrast(Colour other) {
		double one = luminance();
		double two = other.luminance();
		return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
	}

	private double luminance() {
		return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
	}

	private double channel(int at) {
		double share = Integer.parseInt(this.value.substring(at, at + 2), 16) / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
