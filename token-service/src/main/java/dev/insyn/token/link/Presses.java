package dev.insyn.token.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.insyn.platform.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Tells whether a person pressed *continue*, since mail scanners send forms too.
///
/// Where the page's script runs, only a click that the browser trusts counts: neither `submit()` nor `click()` of a script
/// is one. Where it does not, the browser's word counts (`Sec-Fetch-User`, which no page can forge and no simple client
/// sends), or else a number that the page asks people to type. Nothing is stored: what is asked is sealed to the
/// link and its time. A program that moves a real pointer is a person to us; only a page that asks for a code keeps it out.
@Component
class Presses {

	private static final Duration LIFETIME = Duration.ofHours(1);

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	private final Clock clock;

	Presses(MasterKey masterKey, Clock clock) {
		this.key = new SecretKeySpec(masterKey.derive("link-presses"), "HmacSHA256");
		this.clock = clock;
	}

	/// @param link the link's id
	Question ask(String link) {
		String proof = BASE64.encodeToString(ByteBuffer.allocate(16)
			.putLong(this.clock.instant().getEpochSecond())
			.putLong(this.random.nextLong())
			.array());
		return new Question(proof, pressed(link, proof), number(link, proof));
	}

	boolean isAPersons(String link, Answer answer) {
		if (!answer.script() && answer.userActivated()) {
			return true;
		}
		return isInTime(answer.proof()) && (equal(answer.pressed(), pressed(link, answer.proof()))
				|| equal(answer.typed().strip(), number(link, answer.proof())));
	}

	private boolean isInTime(String proof) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(proof);
			Instant asked = Instant.ofEpochSecond((bytes.length == 16) ? ByteBuffer.wrap(bytes).getLong() : 0);
			Instant now = this.clock.instant();
			return !asked.isAfter(now) && now.isBefore(asked.plus(LIFETIME));
		}
		catch (IllegalArgumentException | java.time.DateTimeException nonsense) {
			return false;
		}
	}

	private String pressed(String link, String proof) {
		return BASE64.encodeToString(mac("pressed|" + link + "|" + proof)).substring(0, 22);
	}

	private String number(String link, String proof) {
		return String.valueOf(100 + Math.floorMod(ByteBuffer.wrap(mac("number|" + link + "|" + proof)).getInt(), 900));
	}

	private byte[] mac(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("HmacSHA256 is not available", impossible);
		}
	}

	private static boolean equal(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	/// What goes onto the page.
	///
	/// @param pressed what a trusted click sends along
	/// @param number to type where there can be none
	record Question(String proof, String pressed, String number) {
	}

	/// What came back.
	///
	/// @param script whether the page's script ran
	/// @param userActivated whether the browser says that a person navigated
	record Answer(String proof, boolean script, String pressed, String typed, boolean userActivated) {

		static Answer of(@Nullable String proof, @Nullable String script, @Nullable String pressed,
				@Nullable String typed, @Nullable String fetchUser) {
			return new Answer(text(proof), !text(script).isEmpty(), text(pressed), text(typed), "?1".equals(fetchUser));
		}

		boolean hasTyped() {
			return !this.typed.isBlank();
		}

		private static String text(@Nullable String value) {
			return (value != null) ? value : "";
		}

	}

}
