package dev.insyn.notification;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Connections to the mail server that stay open from one mail to the next: greeting, TLS and login cost more than a mail.
final class SmtpConnections {

	/// After so long without a word it is asked whether it is still there.
	private static final Duration SURE = Duration.ofSeconds(1);

	private final JavaMailSenderImpl server;

	private final DeliverySettings settings;

	private final Deque<Open> unused = new ConcurrentLinkedDeque<>();

	SmtpConnections(JavaMailSenderImpl server, DeliverySettings settings) {
		this.server = server;
		this.settings = settings;
	}

	void send(Parcel parcel) throws MessagingException {
		Open connection = take();
		boolean usable = false;
		try {
			connection.transport().sendMessage(parcel, parcel.recipients());
			usable = true;
		}
		catch (SendFailedException refused) {
			usable = connection.transport().isConnected();
			throw refused;
		}
		finally {
			giveBack(connection, usable);
		}
	}

	private Open take() throws MessagingException {
		for (Open next = this.unused.pollFirst(); next != null; next = this.unused.pollFirst()) {
			if (!next.isOlderThan(this.settings.idle())
					&& (!next.isOlderThan(SURE) || next.transport().isConnected())) {
				return next;
			}
			close(next);
		}
		Transport transport = this.server.getSession().getTransport(protocol());
		transport.connect(this.server.getHost(), this.server.getPort(), this.server.getUsername(),
				this.server.getPassword());
		return new Open(transport, 0, System.nanoTime());
	}

	private String protocol() {
		String protocol = this.server.getProtocol();
		return (protocol != null) ? protocol : JavaMailSenderImpl.DEFAULT_PROTOCOL;
	}

	private void giveBack(Open connection, boolean usable) {
		Open used = new Open(connection.transport(), connection.mails() + 1, System.nanoTime());
		if (usable && used.mails() < this.settings.mailsPerConnection()) {
			this.unused.addFirst(used);
		}
		else {
			close(used);
		}
		closeForgotten();
	}

	private void closeForgotten() {
		for (Open oldest = this.unused.peekLast(); oldest != null
				&& oldest.isOlderThan(this.settings.idle()); oldest = this.unused.peekLast()) {
			if (this.unused.remove(oldest)) {
				close(oldest);
			}
		}
	}

	void closeAll() {
		for (Open next = this.unused.poll(); next != null; next = this.unused.poll()) {
			close(next);
		}
	}

	private static void close(Open connection) {
		try {
			connection.transport().close();
		}
		catch (MessagingException gone) {
			// it was closed by the other side
		}
	}

	/// @param mails that went over it
	/// @param lastUsed by [System#nanoTime]
	private record Open(Transport transport, int mails, long lastUsed) {

		boolean isOlderThan(Duration age) {
			return System.nanoTime() - this.lastUsed > age.toNanos();
		}

	}

}
