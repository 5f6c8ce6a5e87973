package dev.insyn.token.portal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// What a phone does with a passkey (WebAuthn level 3), with one key pair: makes it and signs with it, on whatever site it
/// is told.
final class SoftAuthenticator {

	private static final int PRESENT_AND_VERIFIED = 0x05;

	private static final int ATTESTED = 0x40;

	private final byte[] id = new byte[32];

	private final KeyPair keys;

	private final boolean counts;

	private int counter;

	SoftAuthenticator() {
		this(true);
	}

	/// @param counts its signatures; those whose passkeys are on several devices don't
	SoftAuthenticator(boolean counts) {
		this.counts = counts;
		new SecureRandom().nextBytes(this.id);
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.keys = generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String create(String challenge, String origin) {
		byte[] authData = join(authData(PRESENT_AND_VERIFIED | ATTESTED), new byte[16],
				new byte[] { 0, (byte) this.id.length }, this.id, coseKey());
		byte[] attestation = join(new byte[] { (byte) 0xa3, 0x63 }, ascii("fmt"), new byte[] { 0x64 }, ascii("none"),
				new byte[] { 0x67 }, ascii("attStmt"), new byte[] { (byte) 0xa0, 0x68 }, ascii("authData"),
				new byte[] { 0x58, (byte) authData.length }, authData);
		return """
				{"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
				"response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}"""
			.formatted(text(this.id), text(clientData("webauthn.create", challenge, origin)), text(attestation));
	}

	String get(String challenge, String origin) {
		return get(challenge, origin, PRESENT_AND_VERIFIED);
	}

	/// As a device does that asked nobody for a finger or a PIN.
	String getWithoutVerifying(String challenge, String origin) {
		return get(challenge, origin, 0x01);
	}

	/// A copy of the device, as it was now.
	void goBack(int signatures) {
		this.counter -= signatures;
	}

	private String get(String challenge, String origin, int flags) {
		byte[] authData = authData(flags);
		byte[] clientData = clientData("webauthn.get", challenge, origin);
		return """
				{"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
				"response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s"}}"""
			.formatted(text(this.id), text(clientData), text(authData), text(sign(join(authData, sha256(clientData)))));
	}

	private byte[] authData(int flags) {
		return ByteBuffer.allocate(37)
			.put(sha256(ascii("localhost")))
			.put((byte) flags)
			.putInt(this.counts ? ++this.counter : 0)
			.array();
	}

	private byte[] coseKey() {
		ECPublicKey key = (ECPublicKey) this.keys.getPublic();
		return join(new byte[] { (byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20 },
				thirtyTwo(key.getW().getAffineX()), new byte[] { 0x22, 0x58, 0x20 },
				thirtyTwo(key.getW().getAffineY()));
	}

	private byte[] sign(byte[] content) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] clientData(String type, String challenge, String origin) {
		return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
			.formatted(type, challenge, origin)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] thirtyTwo(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] whole = new byte[32];
		int length = Math.min(32, bytes.length);
		System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
		return whole;
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(joined::writeBytes);
		return joined.toByteArray();
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
