package dev.insyn.contact.segment;

import java.security.SecureRandom;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;

import org.springframework.http.HttpStatus;

/// A segment's id within its tenant: 20 characters of base32 (100 bits).
public record SegmentId(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

	private static final int LENGTH = 20;

	private static final Pattern FORM = Pattern.compile("[a-z2-7]{20}");

	public static SegmentId random() {
		StringBuilder id = new StringBuilder(LENGTH);
		RANDOM.ints(LENGTH, 0, BASE32.length()).forEach((letter) -> id.append(BASE32.charAt(letter)));
		return new SegmentId(id.toString());
	}

	/// What a path says.
	/// @throws Problem 404 for anything that can't be an id
	public static SegmentId of(String text) {
		if (!FORM.matcher(text).matches()) {
			throw new None();
		}
		return new SegmentId(text);
	}

	@Override
	public String toString() {
		return this.value;
	}

	/// The tenant has no such segment; whose id it may be elsewhere is not told.
	static final class None extends Problem {

		private static final long serialVersionUID = 1L;

		None() {
			super(HttpStatus.NOT_FOUND, "urn:insyn:problem:no-such-segment", "No such segment");
		}

	}

}
