package dev.insyn.stack.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The caught mails, newest first. Kept in memory only, the latest thousand: they hold personal data.
public final class Inbox {

	private static final int ROOM = 1000;

	private final Deque<CaughtMessage> messages = new ArrayDeque<>();

	public synchronized List<CaughtMessage> messages() {
		return List.copyOf(this.messages);
	}

	public synchronized Optional<CaughtMessage> find(String id) {
		return this.messages.stream().filter((message) -> message.id().equals(id)).findFirst();
	}

	synchronized void add(CaughtMessage message) {
		this.messages.addFirst(message);
		while (this.messages.size() > ROOM) {
			this.messages.removeLast();
		}
	}

}
