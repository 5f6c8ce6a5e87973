package dev.insyn.notification;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What a mail server said of a mail, for people to read: without the addresses and mailbox names that such words quote.
public final class ServerWords {

	private static final int LONGEST = 200;

	private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>\"(),;:@]+@[^\\s<>\"(),;:@]+>?");

	private static final String HIDDEN = "[…]";

	private ServerWords() {
	}

	/// @param recipient the address that the words may quote, whole or in part
	public static @Nullable String of(@Nullable String said, String recipient) {
		if (said == null || said.isBlank()) {
			return null;
		}
		String words = ADDRESS.matcher(said).replaceAll(HIDDEN);
		String mailbox = recipient.substring(0, Math.max(0, recipient.lastIndexOf('@')));
		for (String part : (mailbox + " " + mailbox.replaceAll("[._+-]+", " ")).split(" ")) {
			if (part.length() > 1) {
				words = Pattern
					.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(part.toLowerCase(Locale.ROOT))
							+ "(?![\\p{L}\\p{N}])")
					.matcher(words)
					.replaceAll(HIDDEN);
			}
		}
		return HeaderText.of(words, LONGEST);
	}

}
