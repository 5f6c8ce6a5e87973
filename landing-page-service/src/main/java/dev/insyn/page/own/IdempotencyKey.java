package dev.insyn.page.own;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.TreeMap;

import dev.insyn.page.contacts.PageUpdate;

/// Names an update: the same form with the same changes, clicked twice or sent again, is the same update; the same form
/// with other changes, after the back button, is another.
final class IdempotencyKey {

	private IdempotencyKey() {
	}

	/// @param form the random id of the drawn form, without which nobody can guess what
	/// was changed
	static String of(String form, PageUpdate update) {
		String named = form + "|" + update.page() + "|" + new TreeMap<>(update.shown()) + "|"
				+ new TreeMap<>(update.changes());
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
