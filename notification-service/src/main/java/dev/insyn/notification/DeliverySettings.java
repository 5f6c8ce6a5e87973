package dev.insyn.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How mails are handed to the mail server.
///
/// @param from per tenant's id the address its mails come from, where that is not `insyn.notification.sender`
/// @param dkim the keys that mails are signed with, one per sending domain (RFC 6376)
/// @param mailsPerConnection after so many a connection to the mail server is closed; servers dislike endless ones
/// @param idle a connection that nobody used for so long is closed
@ConfigurationProperties("insyn.notification.delivery")
record DeliverySettings(@DefaultValue Map<String, String> from, @DefaultValue List<DkimKey> dkim,
		@DefaultValue("100") int mailsPerConnection, @DefaultValue("10s") Duration idle) {

	/// @param domain mails from its addresses are signed
	/// @param selector the key's public half stands at `selector._domainkey.domain`
	/// @param privateKey PKCS #8, in PEM or its base64
	record DkimKey(String domain, String selector, String privateKey) {

		@Override
		public String toString() {
			return "DkimKey[" + this.selector + "._domainkey." + this.domain + "]";
		}

	}

}
