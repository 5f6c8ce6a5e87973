package dev.insyn.notification;

import java.util.regex.Pattern;

/// Text from people on its way into a mail header, or into a line of its own.
public final class HeaderText {

	private static final int LONGEST = 80;

	/// Line breaks and other control characters (a break would begin a new header, RFC
	/// 5322 2.2), and the invisible
	/// ones that turn the direction of what follows.
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

	private HeaderText() {
	}

	/// One line of at most 80 characters that shows everything it holds.
	public static String of(String text) {
		return of(text, LONGEST);
	}

	/// One line of at most so many characters.
	public static String of(String text, int longest) {
		String line = UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
		return (line.codePointCount(0, line.length()) <= longest) ? line
				: line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
	}

}
