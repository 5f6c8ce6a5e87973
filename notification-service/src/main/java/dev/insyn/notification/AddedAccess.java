package dev.insyn.notification;

/// Another way into a contact's portal, in the words in which its mail waits: `passkey sv`.
///
/// @param way `passkey` or `device`
/// @param language in which the contact read when it added it; empty if that is not known
record AddedAccess(String way, String language) {

	static AddedAccess parse(String words) {
		String[] parts = words.split(" ", 2);
		return new AddedAccess(parts[0], (parts.length > 1) ? parts[1] : "");
	}

	@Override
	public String toString() {
		return this.way + " " + this.language;
	}

}
