package dev.insyn.fields;

import java.util.Locale;
import java.util.regex.Pattern;

/// An address as mail servers on the internet take it: RFC 5321's mailbox, its local part as dot-atom only.
///
/// Quoted local parts and address literals are in the grammar, but no person has one; a local part outside ASCII needs
/// SMTPUTF8 (RFC 6531), which too few servers speak to promise that mail arrives.
final class EmailAddress {

	/// RFC 5321, 4.5.3.1.1.
	private static final int LOCAL_PART_LIMIT = 64;

	/// RFC 5321, 4.5.3.1.3: a path of 256 less its angle brackets.
	private static final int LIMIT = 254;

	private static final Pattern DOT_ATOM = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

	private EmailAddress() {
	}

	static String read(String typed, FieldRules rules) {
		String address = typed.regionMatches(true, 0, "mailto:", 0, 7) ? typed.substring(7) : typed;
		int at = address.lastIndexOf('@');
		String local = (at >= 0) ? address.substring(0, at) : "";
		if (local.length() > LOCAL_PART_LIMIT || !DOT_ATOM.matcher(local).matches()) {
			throw new Unreadable(ProblemCode.EMAIL);
		}
		String canonical = local + "@" + DomainName.toAscii(address.substring(at + 1));
		int max = (rules.maxLength() != null) ? Math.min(rules.maxLength(), LIMIT) : LIMIT;
		if (canonical.length() > max) {
			throw Unreadable.of(ProblemCode.TOO_LONG, "max", max);
		}
		return canonical;
	}

	/// With the domain as its owner writes it: `info@blåbär.example`.
	static String show(String canonical) {
		int at = canonical.lastIndexOf('@');
		String domain = canonical.substring(at + 1).toLowerCase(Locale.ROOT);
		return canonical.substring(0, at + 1) + DomainName.toUnicode(domain);
	}

}
