package dev.insyn.notification.bounce;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where mails come back to.
///
/// @param address such as `bounces@mail.example`: the mailbox, which must also take what is sent to `bounces+…@mail.example`;
/// null if bounces are not read
/// @param imap how the mailbox is read
@ConfigurationProperties("insyn.notification.bounces")
record BounceSettings(@Nullable String address, @Nullable Imap imap) {

	/// What is added takes 53 of the 64 characters that a mailbox's name may have (RFC
	/// 5321 4.5.3.1.1).
	private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]{1,11}@[A-Za-z0-9.-]+");

	BounceSettings {
		if ((address != null) != (imap != null)) {
			throw new IllegalArgumentException("insyn.notification.bounces wants both an address and imap, or neither");
		}
		if (address != null && !ADDRESS.matcher(address).matches()) {
			throw new IllegalArgumentException(
					"insyn.notification.bounces.address must be name@domain, the name of at most 11 letters, digits, . _ -");
		}
	}

	/// @param folder that holds nothing but bounces; what was read there is marked as
	/// seen
	record Imap(String host, @DefaultValue("993") int port, String username, String password,
			@DefaultValue("TLS") Security security, @DefaultValue("INBOX") String folder) {

		@Override
		public String toString() {
			return "Imap[" + this.host + ":" + this.port + "]";
		}

	}

	/// How the connection is kept from others.
	enum Security {

		/// From its first byte.
		TLS,

		/// From STARTTLS on, without which nothing is said.
		STARTTLS,

		/// Not at all: for tests on one machine.
		NONE

	}

}
