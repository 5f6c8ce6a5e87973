package dev.insyn.notification;

/// A mail was not handed over. Carries a stable code and never the mail server's words, which quote addresses.
final class NotDelivered extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	private final boolean permanent;

	private NotDelivered(String reason, boolean permanent) {
		super(reason, null, false, false);
		this.reason = reason;
		this.permanent = permanent;
	}

	/// Trying again may help.
	static NotDelivered forNow(String reason) {
		return new NotDelivered(reason, false);
	}

	/// Trying again can't help.
	static NotDelivered forGood(String reason) {
		return new NotDelivered(reason, true);
	}

	String reason() {
		return this.reason;
	}

	boolean isPermanent() {
		return this.permanent;
	}

	/// Whether it tells of the mail server as a whole, not of this mail.
	boolean isTheServers() {
		return this.reason.startsWith("mail-server-") || this.reason.equals("login-refused");
	}

}
