package dev.insyn.token.client;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashedSecretsTests {

	private final HashedSecrets secrets = new HashedSecrets();

	@Test
	void takesSecretsInClearAndAsHashes() {
		String hash = HashedSecrets.hashed("a long and random secret");
		assertThat(hash).matches("\\{sha256}[0-9a-f]{64}");
		assertThat(HashedSecrets.hashed(hash)).isEqualTo(hash);
		assertThat(this.secrets.matches("a long and random secret", hash)).isTrue();
	}

	/// Red when what is stored is compared as it stands: a stolen hash would be a secret.
	@Test
	void takesNoHashForTheSecret() {
		String hash = HashedSecrets.hashed("a long and random secret");
		assertThat(this.secrets.matches(hash, hash)).isFalse();
		assertThat(this.secrets.matches("another", hash)).isFalse();
	}

}
