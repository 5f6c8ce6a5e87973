package dev.insyn.fields;

/// The encoding of RFC 3492, section 6.3, for the few domain labels that the JDK encodes by an outdated rule.
final class Punycode {

	private static final int BASE = 36;

	private static final int T_MIN = 1;

	private static final int T_MAX = 26;

	private static final int SKEW = 38;

	private static final int DAMP = 700;

	private final StringBuilder output = new StringBuilder();

	private int bias = 72;

	private Punycode() {
	}

	static String encode(String label) {
		return new Punycode().append(label.codePoints().toArray());
	}

	private String append(int[] label) {
		for (int character : label) {
			if (character < 0x80) {
				this.output.append((char) character);
			}
		}
		int basic = this.output.length();
		if (basic > 0) {
			this.output.append('-');
		}
		int delta = 0;
		int handled = basic;
		int last = 0x7F;
		while (handled < label.length) {
			int next = next(label, last);
			delta += (next - last - 1) * (handled + 1);
			for (int character : label) {
				if (character < next) {
					delta++;
				}
				else if (character == next) {
					appendVariableLength(delta);
					this.bias = adapt(delta, handled + 1, handled == basic);
					delta = 0;
					handled++;
				}
			}
			delta++;
			last = next;
		}
		return this.output.toString();
	}

	private static int next(int[] label, int last) {
		int next = Integer.MAX_VALUE;
		for (int character : label) {
			if (character > last && character < next) {
				next = character;
			}
		}
		return next;
	}

	private void appendVariableLength(int delta) {
		int rest = delta;
		for (int k = BASE;; k += BASE) {
			int threshold = Math.clamp(k - this.bias, T_MIN, T_MAX);
			if (rest < threshold) {
				this.output.append(digit(rest));
				return;
			}
			this.output.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
			rest = (rest - threshold) / (BASE - threshold);
		}
	}

	private static char digit(int value) {
		return (char) ((value < 26) ? 'a' + value : '0' + value - 26);
	}

	private static int adapt(int delta, int points, boolean first) {
		int rest = first ? delta / DAMP : delta / 2;
		rest += rest / points;
		int k = 0;
		while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
			rest /= BASE - T_MIN;
			k += BASE;
		}
		return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
	}

}
