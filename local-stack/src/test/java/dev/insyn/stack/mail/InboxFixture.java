package dev.insyn.stack.mail;

/// An inbox with mail in it.
public final class InboxFixture {

	private InboxFixture() {
	}

	public static Inbox with(CaughtMessage... messages) {
		Inbox inbox = new Inbox();
		for (CaughtMessage message : messages) {
			inbox.add(message);
		}
		return inbox;
	}

}
