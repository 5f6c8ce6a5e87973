package dev.insyn.token.portal;

import java.util.Locale;

/// How a contact proves who it is.
enum PortalWay {

	CODE, DEVICE, PASSKEY;

	/// As it stands in events.
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
