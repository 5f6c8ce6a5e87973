package dev.insyn.notification;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

import org.springframework.stereotype.Component;

/// Signs mails for the domain they come from (RFC 6376), where there is a key for it.
@Component
class DkimSigning {

	private final Map<String, DeliverySettings.DkimKey> keys = new HashMap<>();

	DkimSigning(DeliverySettings settings) {
		for (DeliverySettings.DkimKey key : settings.dkim()) {
			this.keys.put(key.domain().toLowerCase(Locale.ROOT), key);
			signer(key);
		}
	}

	/// @param domain that the mail comes from
	/// @return the message itself where the domain has no key
	MimeMessage signed(MimeMessage message, String domain) throws MessagingException {
		DeliverySettings.DkimKey key = this.keys.get(domain.toLowerCase(Locale.ROOT));
		return (key != null) ? new DkimMessage(message, signer(key)) : message;
	}

	private static DkimSigner signer(DeliverySettings.DkimKey key) {
		try {
			DkimSigner signer = new DkimSigner(key.domain(), key.selector(),
					new ByteArrayInputStream(der(key.privateKey())));
			signer.setHeaderCanonicalization(Canonicalization.RELAXED);
			signer.setBodyCanonicalization(Canonicalization.RELAXED);
			signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
			signer.setLengthParam(false);
			signer.setZParam(false);
			signer.setCheckDomainKey(false);
			signer.addHeaderToSign("List-Unsubscribe");
			signer.addHeaderToSign("List-Unsubscribe-Post");
			return signer;
		}
		catch (Exception unusable) {
			throw new IllegalArgumentException(
					"No usable DKIM key of " + key.domain() + ": " + unusable.getClass().getSimpleName());
		}
	}

	private static byte[] der(@Nullable String pem) {
		String base64 = String.valueOf(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
		return Base64.getDecoder().decode(base64);
	}

}
