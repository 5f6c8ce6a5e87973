package dev.insyn.token.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.insyn.platform.errors.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Checks passwords with the same work whoever they are for, so that time tells nobody which accounts exist.
///
/// Each check is exactly one bcrypt: of the user's hash, or of one that nothing fits, where the user is unknown or has a
/// password in clear. All hashes must therefore cost the same.
final class Passwords {

	private static final Pattern BCRYPT = Pattern.compile("\\{bcrypt}(\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53})");

	private static final int USUAL_COST = 10;

	private static final int SHORTEST = 12;

	/// Hashing takes a processor for a tenth of a second; more at once only make all
	/// slower.
	private final Semaphore atOnce = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

	private final PasswordEncoder bcrypt;

	private final String fitsNothing;

	/// @param configured all passwords as configured
	/// @throws IllegalArgumentException if one is too short, no hash of bcrypt, or costs
	/// more or less than the others
	Passwords(Collection<String> configured) {
		this(configured, new BCryptPasswordEncoder());
	}

	Passwords(Collection<String> configured, PasswordEncoder bcrypt) {
		this.bcrypt = bcrypt;
		int[] costs = configured.stream()
			.filter((password) -> password.startsWith("{"))
			.mapToInt(Passwords::cost)
			.distinct()
			.toArray();
		if (costs.length > 1) {
			throw new IllegalArgumentException("All passwords must be hashed at the same cost");
		}
		if (configured.stream().anyMatch((password) -> password.length() < SHORTEST)) {
			throw new IllegalArgumentException("A password has 12 characters at least");
		}
		int cost = (costs.length == 1) ? costs[0] : USUAL_COST;
		this.fitsNothing = "$2a$%02d$".formatted(cost) + "insynNobodysPassword00" + "x".repeat(31);
	}

	/// @param configured null for a user that there is not
	boolean fits(String given, @Nullable String configured) {
		boolean hashed = configured != null && configured.startsWith("{");
		String hash = (configured != null && hashed) ? hash(configured) : this.fitsNothing;
		boolean fitsHash = check(given, hash);
		boolean fitsClear = MessageDigest.isEqual(sha256(given), sha256((configured != null) ? configured : ""));
		return hashed ? fitsHash : (configured != null) && fitsClear;
	}

	private boolean check(String given, String hash) {
		try {
			if (!this.atOnce.tryAcquire(2, TimeUnit.SECONDS)) {
				throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "urn:insyn:problem:busy", "Try again later");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting to check a password", ex);
		}
		try {
			return this.bcrypt.matches(given, hash);
		}
		finally {
			this.atOnce.release();
		}
	}

	private static String hash(String configured) {
		return matched(configured).group(1);
	}

	private static int cost(String configured) {
		return Integer.parseInt(matched(configured).group(2));
	}

	private static Matcher matched(String configured) {
		Matcher matcher = BCRYPT.matcher(configured);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("A password is in clear, or {bcrypt} and its hash");
		}
		return matcher;
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
