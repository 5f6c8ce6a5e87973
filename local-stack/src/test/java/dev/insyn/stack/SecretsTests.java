package dev.insyn.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	private final Path dir;

	SecretsTests(@TempDir Path dir) {
		this.dir = dir;
	}

	@Test
	void staysTheSameFromStartToStart() {
		assertThat(secrets().masterKey()).isEqualTo(secrets().masterKey());
		assertThat(secrets().ofClient("demo-crm-nordcykel")).isEqualTo(secrets().ofClient("demo-crm-nordcykel"));
	}

	@Test
	void has256BitsAndNoneTwice() {
		Secrets secrets = secrets();
		assertThat(Base64.getDecoder().decode(secrets.masterKey())).hasSize(32);
		assertThat(secrets.ofClient("one")).isNotEqualTo(secrets.ofClient("other"));
	}

	/// Goes red when [PrivateFile] makes its draft without permissions.
	@Test
	void isReadableForItsOwnerOnly() throws Exception {
		secrets().masterKey();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.dir.resolve("secrets"))))
			.isEqualTo("rw-------");
	}

	private Secrets secrets() {
		return new Secrets(this.dir.resolve("secrets"));
	}

}
