package dev.insyn.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Makes of a letter what goes over the wire: headers, both bodies, signed.
final class Packing {

	/// The mail library looks for its own streams anew for every part of every mail,
	/// through all jars, unless it is told:
	/// that took a third of the time of writing a mail.
	static {
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private final JavaMailSenderImpl server;

	private final String sender;

	private final Map<String, String> senders;

	private final DkimSigning signing;

	Packing(JavaMailSenderImpl server, String sender, Map<String, String> senders, DkimSigning signing) {
		this.server = server;
		this.sender = sender;
		this.senders = senders;
		this.signing = signing;
	}

	/// @param id becomes the Message-ID
	/// @throws NotDelivered for good, if it can't be written or sent to nobody
	Parcel pack(String id, Letter letter) {
		InternetAddress to = recipient(letter.address());
		try {
			InternetAddress from = new InternetAddress(
					this.senders.getOrDefault(letter.tenant().id().value(), this.sender),
					HeaderText.of(letter.tenant().name()), "UTF-8");
			MimeMessage message = message(id, letter, from, to);
			ByteArrayOutputStream written = new ByteArrayOutputStream();
			this.signing.signed(message, domain(from)).writeTo(written);
			InternetAddress back = (letter.bounces() != null) ? new InternetAddress(letter.bounces(), true) : from;
			return new Parcel(this.server.getSession(), written.toByteArray(), back, to);
		}
		catch (MessagingException | IOException | MailException unwritable) {
			throw NotDelivered.forGood("unwritable");
		}
	}

	private MimeMessage message(String id, Letter letter, InternetAddress from, InternetAddress to)
			throws MessagingException {
		MimeMessage message = this.server.createMimeMessage();
		message.setFrom(from);
		if (!letter.tenant().contactEmail().isEmpty()) {
			message.setReplyTo(InternetAddress.parse(letter.tenant().contactEmail(), true));
		}
		message.setRecipient(Message.RecipientType.TO, to);
		message.setSubject(letter.content().subject(), "UTF-8");
		message.setSentDate(new Date());
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
		for (Map.Entry<String, String> header : letter.headers().entrySet()) {
			message.setHeader(header.getKey(), header.getValue());
		}
		MimeBodyPart html = body(letter.content().html(), "html");
		InlineImage image = letter.content().image();
		message.setContent(new MimeMultipart("alternative", body(letter.content().text(), "plain"),
				(image != null) ? together(html, image) : html));
		message.saveChanges();
		message.setHeader("Message-ID", "<" + id + "@" + domain(from) + ">");
		return message;
	}

	/// HTML and the image that it shows (RFC 2387).
	private static MimeBodyPart together(MimeBodyPart html, InlineImage image) throws MessagingException {
		MimeBodyPart picture = new MimeBodyPart();
		picture.setDataHandler(new DataHandler(new ByteArrayDataSource(image.content(), image.type())));
		picture.setContentID("<" + image.id() + ">");
		picture.setDisposition(Part.INLINE);
		MimeBodyPart both = new MimeBodyPart();
		both.setContent(new MimeMultipart("related", html, picture));
		return both;
	}

	/// Quoted-printable without looking: finding out what would be shorter writes it all
	/// once more.
	private static MimeBodyPart body(String text, String subtype) throws MessagingException {
		MimeBodyPart body = new MimeBodyPart();
		body.setText(text, StandardCharsets.UTF_8.name(), subtype);
		body.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return body;
	}

	private static String domain(InternetAddress address) {
		return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
	}

	private static InternetAddress recipient(String address) {
		try {
			InternetAddress[] parsed = InternetAddress.parse(address, true);
			if (parsed.length != 1 || parsed[0].isGroup() || !parsed[0].getAddress().contains("@")) {
				throw NotDelivered.forGood("address-invalid");
			}
			return new InternetAddress(parsed[0].getAddress(), true);
		}
		catch (AddressException misshapen) {
			throw NotDelivered.forGood("address-invalid");
		}
	}

}
