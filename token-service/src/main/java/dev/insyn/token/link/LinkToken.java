package dev.insyn.token.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret in a link's address: 256 random bits. It exists in what a contact was sent, and nowhere else.
final class LinkToken {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final SecureRandom random = new SecureRandom();

	private final String value;

	private LinkToken(String value) {
		this.value = value;
	}

	static LinkToken generate() {
		byte[] bits = new byte[32];
		random.nextBytes(bits);
		return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	/// Empty if it can't be one of ours.
	static Optional<LinkToken> parse(String text) {
		return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
	}

	/// The link's id, by which it is stored and known: SHA-256 in hex, from which no way
	/// leads back.
	String linkId() {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(sha256.digest(this.value.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// The path that opens the link; not for logs.
	String path() {
		return "/l/" + this.value;
	}

	@Override
	public String toString() {
		return "LinkToken[]";
	}

}
