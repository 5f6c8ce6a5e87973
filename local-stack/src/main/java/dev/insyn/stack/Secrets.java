package dev.insyn.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/// Secrets made at the first start and kept in a file that only its owner can read.
final class Secrets {

	private static final int BYTES = 32;

	private final Path file;

	private final Properties known = new Properties();

	private final SecureRandom random = new SecureRandom();

	Secrets(Path file) {
		this.file = file;
		load();
	}

	/// 256 bits, Base64.
	String masterKey() {
		return get("master-key", Base64.getEncoder());
	}

	String ofClient(String client) {
		return get("client." + client, Base64.getUrlEncoder().withoutPadding());
	}

	/// A password that one can keep in mind from the terminal to the browser.
	String ofUser(String email) {
		return get("user." + email, () -> Passphrase.random(this.random));
	}

	private String get(String name, Base64.Encoder encoder) {
		return get(name, () -> {
			byte[] bytes = new byte[BYTES];
			this.random.nextBytes(bytes);
			return encoder.encodeToString(bytes);
		});
	}

	private String get(String name, Supplier<String> making) {
		String secret = this.known.getProperty(name);
		if (secret != null) {
			return secret;
		}
		String made = making.get();
		this.known.setProperty(name, made);
		store();
		return made;
	}

	private void load() {
		if (!Files.exists(this.file)) {
			return;
		}
		try (Reader reader = Files.newBufferedReader(this.file)) {
			this.known.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void store() {
		try {
			StringWriter text = new StringWriter();
			this.known.store(text, null);
			PrivateFile.write(this.file, text.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
