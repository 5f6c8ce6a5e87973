package dev.insyn.page.theme.colour;

/// A colour as people see it: lightness 0 to 1, chroma from 0 (grey), hue in radians. Equal distances look about equal
/// (Björn Ottosson, *A perceptual color space for image processing*, 2020; matrices from there).
public record Oklch(double lightness, double chroma, double hue) {

	public static Oklch of(Colour colour) {
		return of(Colour.linear(colour.red()), Colour.linear(colour.green()), Colour.linear(colour.blue()));
	}

	private static Oklch of(double red, double green, double blue) {
		double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
		double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
		double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
		double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
		double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
		double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
		return new Oklch(lightness, Math.hypot(a, b), Math.atan2(b, a));
	}

	public Oklch withLightness(double other) {
		return new Oklch(Math.clamp(other, 0, 1), this.chroma, this.hue);
	}

	public Oklch withChroma(double other) {
		return new Oklch(this.lightness, Math.max(0, other), this.hue);
	}

	/// How different two colours look: the straight way between them in OKLab.
	public double distance(Oklch other) {
		double a = a() - other.a();
		double b = b() - other.b();
		double lighter = this.lightness - other.lightness;
		return Math.sqrt(a * a + b * b + lighter * lighter);
	}

	/// The colour that screens can show which has this lightness and hue, and as much of
	/// the chroma as there is room for.
	public Colour colour() {
		double most = this.chroma;
		if (!shows(most)) {
			double least = 0;
			for (int i = 0; i < 14; i++) {
				double middle = (least + most) / 2;
				if (shows(middle)) {
					least = middle;
				}
				else {
					most = middle;
				}
			}
			most = least;
		}
		return Colour.ofRgb(withChroma(most).rgb());
	}

	/// Whether screens (sRGB) can show it.
	boolean isShown() {
		return shows(this.chroma);
	}

	private boolean shows(double someChroma) {
		for (double channel : withChroma(someChroma).light()) {
			if (channel < -0.0005 || channel > 1.0005) {
				return false;
			}
		}
		return true;
	}

	private int rgb() {
		int rgb = 0;
		for (double channel : light()) {
			double light = Math.clamp(channel, 0, 1);
			double share = (light <= 0.0031308) ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
			rgb = rgb << 8 | (int) Math.round(share * 255);
		}
		return rgb;
	}

	private double[] light() {
		double l = cube(this.lightness + 0.3963377774 * a() + 0.2158037573 * b());
		double m = cube(this.lightness - 0.1055613458 * a() - 0.0638541728 * b());
		double s = cube(this.lightness - 0.0894841775 * a() - 1.2914855480 * b());
		return new double[] { 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
				-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
				-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
	}

	private double a() {
		return this.chroma * Math.cos(this.hue);
	}

	private double b() {
		return this.chroma * Math.sin(this.hue);
	}

	private static double cube(double value) {
		return value * value * value;
	}

}
