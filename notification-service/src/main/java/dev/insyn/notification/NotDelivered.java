package dev.insyn.notification;

import org.jspecify.annotations.Nullable;

/// A mail was not handed over. Its message is a stable code and never the mail server's words, which quote addresses.
public final class NotDelivered extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	private final boolean permanent;

	private final @Nullable String words;

	private final boolean inDoubt;

	private NotDelivered(String reason, boolean permanent, @Nullable String words, boolean inDoubt) {
		super(reason, null, false, false);
		this.reason = reason;
		this.permanent = permanent;
		this.words = words;
		this.inDoubt = inDoubt;
	}

	/// Trying again may help.
	public static NotDelivered forNow(String reason) {
		return new NotDelivered(reason, false, null, false);
	}

	/// Trying again can't help.
	public static NotDelivered forGood(String reason) {
		return new NotDelivered(reason, true, null, false);
	}

	/// The same, with what the mail server said.
	NotDelivered saying(@Nullable String cleaned) {
		return new NotDelivered(this.reason, this.permanent, cleaned, this.inDoubt);
	}

	/// The mail server had the whole mail and did not say what became of it.
	NotDelivered orPerhapsDelivered() {
		return new NotDelivered(this.reason, this.permanent, this.words, true);
	}

	public String reason() {
		return this.reason;
	}

	/// What the mail server said, without addresses ([ServerWords]); null if it said
	/// nothing. Never the message of
	/// this exception, which stands in logs.
	public @Nullable String words() {
		return this.words;
	}

	public boolean isPermanent() {
		return this.permanent;
	}

	/// Whether the mail server may have it all the same.
	public boolean isInDoubt() {
		return this.inDoubt;
	}

	/// Whether it tells of the mail server as a whole, not of this mail.
	public boolean isTheServers() {
		return this.reason.startsWith("mail-server-") || this.reason.equals("login-refused");
	}

}
