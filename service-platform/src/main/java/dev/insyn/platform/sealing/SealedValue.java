package dev.insyn.platform.sealing;

/// Bytes sealed with AES-256-GCM: a nonce of 12 bytes, the ciphertext, a tag of 16 bytes.
///
/// @param keyId the key that opens it
@SuppressWarnings("ArrayRecordComponent") // lives in documents only and is never compared
public record SealedValue(String keyId, byte[] content) {

	@Override
	public String toString() {
		return "SealedValue[" + this.keyId + "]";
	}

}
