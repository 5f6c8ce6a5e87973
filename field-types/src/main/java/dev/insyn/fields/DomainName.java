package dev.insyn.fields;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A domain name that can receive mail: at least two labels, of letters, digits and hyphens once in ASCII form.
final class DomainName {

	private static final int LIMIT = 253;

	private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private static final String ACE_PREFIX = "xn--";

	/// The JDK follows IDNA 2003, which writes `ß` as `ss` and so turns a German domain
	/// into someone else's.
	private static final Pattern NEWER_THAN_JDK = Pattern.compile("[\u00DF\u03C2\u200C\u200D]");

	private DomainName() {
	}

	/// The form that DNS and SMTP use, in lower case.
	static String toAscii(String domain) {
		String[] labels = domain.split("[.\u3002]", -1);
		String ascii = Arrays.stream(labels).map(DomainName::label).collect(Collectors.joining("."));
		boolean numeric = DIGITS.matcher(labels[labels.length - 1]).matches();
		if (labels.length < 2 || numeric || ascii.length() > LIMIT) {
			throw new Unreadable(ProblemCode.EMAIL);
		}
		return ascii;
	}

	private static String label(String typed) {
		String ascii = toAsciiLabel(typed.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
		boolean reserved = ascii.startsWith("--", 2) && !ascii.startsWith(ACE_PREFIX);
		if (!LABEL.matcher(ascii).matches() || reserved) {
			throw new Unreadable(ProblemCode.EMAIL);
		}
		return ascii;
	}

	private static String toAsciiLabel(String label) {
		if (NEWER_THAN_JDK.matcher(label).find()) {
			return ACE_PREFIX + Punycode.encode(label);
		}
		try {
			return IDN.toASCII(label);
		}
		catch (IllegalArgumentException ex) {
			throw new Unreadable(ProblemCode.EMAIL);
		}
	}

	/// As people read it; stays in ASCII form where both forms don't lead to each other.
	static String toUnicode(String ascii) {
		String unicode = IDN.toUnicode(ascii);
		try {
			return toAscii(unicode).equals(ascii) ? unicode : ascii;
		}
		catch (Unreadable ex) {
			return ascii;
		}
	}

}
