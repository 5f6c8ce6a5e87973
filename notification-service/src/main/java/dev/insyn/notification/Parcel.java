package dev.insyn.notification;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/// A mail as it goes over the wire, written and signed beforehand. Knows whether all of it was: only then can the mail
/// server have taken it.
final class Parcel extends MimeMessage {

	private final byte[] content;

	private final InternetAddress to;

	private volatile boolean handedOver;

	Parcel(Session session, byte[] content, InternetAddress from, InternetAddress to) throws MessagingException {
		super(session);
		this.content = content;
		this.to = to;
		setFrom(from);
		setRecipient(RecipientType.TO, to);
	}

	Address[] recipients() {
		return new Address[] { this.to };
	}

	InternetAddress to() {
		return this.to;
	}

	/// Whether the mail server had the whole content. What it said then, if anything, is
	/// its verdict.
	boolean isHandedOver() {
		return this.handedOver;
	}

	@Override
	public void writeTo(OutputStream out, String @Nullable [] without) throws IOException {
		out.write(this.content);
		this.handedOver = true;
	}

	@Override
	public void saveChanges() {
		// It is finished.
	}

}
