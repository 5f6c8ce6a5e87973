package dev.insyn.platform.sealing;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;

/// Content in JWE compact form under a data key (RFC 7516: `dir`, `A256GCM`, `kid`), as events carry it.
public final class Jwe {

	private Jwe() {
	}

	public static String encrypt(DataKey key, byte[] content) {
		return encrypt(key, content, Map.of());
	}

	/// @param header protected header parameters to add; readable by everyone, so no
	/// personal data
	public static String encrypt(DataKey key, byte[] content, Map<String, Object> header) {
		try {
			JWEHeader jweHeader = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(key.id())
				.customParams(header)
				.build();
			JWEObject jwe = new JWEObject(jweHeader, new Payload(content));
			jwe.encrypt(new DirectEncrypter(key.secret()));
			return jwe.serialize();
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException("JWE encryption failed", impossible);
		}
	}

	/// @throws CannotOpen with another key, another algorithm, or if it was changed
	public static byte[] decrypt(DataKey key, String jwe) {
		try {
			JWEObject object = JWEObject.parse(jwe);
			requireMethod(object, JWEAlgorithm.DIR);
			object.decrypt(new DirectDecrypter(key.secret()));
			return object.getPayload().toBytes();
		}
		catch (ParseException | JOSEException wrong) {
			throw new CannotOpen("JWE does not open", wrong);
		}
	}

	/// The id of the key that opens it, from the header.
	/// @throws CannotOpen if it is no JWE or names no key
	public static String keyId(String jwe) {
		try {
			String keyId = JWEObject.parse(jwe).getHeader().getKeyID();
			if (keyId == null) {
				throw new CannotOpen("JWE names no key", null);
			}
			return keyId;
		}
		catch (ParseException wrong) {
			throw new CannotOpen("Not a JWE", wrong);
		}
	}

	static void requireMethod(JWEObject object, JWEAlgorithm algorithm) {
		JWEHeader header = object.getHeader();
		if (!algorithm.equals(header.getAlgorithm()) || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
				|| header.getCompressionAlgorithm() != null) {
			throw new CannotOpen("JWE uses other algorithms than agreed", null);
		}
	}

}
