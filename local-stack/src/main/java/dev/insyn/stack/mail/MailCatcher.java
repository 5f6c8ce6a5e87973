package dev.insyn.stack.mail;

import java.lang.reflect.Proxy;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;

/// A mail server on loopback that takes mail for everybody and delivers it to one [Inbox].
public final class MailCatcher implements AutoCloseable {

	/// GreenMail wants to keep every mail in its recipient's mailbox too; this one throws
	/// its copy away.
	private static final GreenMailUser NOBODY = (GreenMailUser) Proxy.newProxyInstance(
			MailCatcher.class.getClassLoader(), new Class<?>[] { GreenMailUser.class },
			(proxy, method, arguments) -> null);

	private final Inbox inbox = new Inbox();

	private final GreenMail server;

	private MailCatcher(int port) {
		this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.getUserManager().setMessageDeliveryHandler(this::deliver);
		this.server.getUserManager().setAuthRequired(false);
	}

	public static MailCatcher start(int port) {
		MailCatcher catcher = new MailCatcher(port);
		catcher.server.start();
		return catcher;
	}

	public Inbox inbox() {
		return this.inbox;
	}

	@Override
	public void close() {
		this.server.stop();
	}

	private GreenMailUser deliver(MovingMessage message, MailAddress recipient) throws MessagingException {
		this.inbox.add(MessageReader.read(message.getMessage(), recipient.getEmail()));
		return NOBODY;
	}

}
