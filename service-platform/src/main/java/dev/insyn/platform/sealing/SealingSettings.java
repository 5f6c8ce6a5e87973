package dev.insyn.platform.sealing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// What keys are wrapped with.
///
/// @param masterKey 32 bytes in base64; there is no default
@ConfigurationProperties("insyn.security")
record SealingSettings(String masterKey) {

	@Override
	public String toString() {
		return "SealingSettings[]";
	}

}
