package dev.insyn.stack.mail;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherTests {

	private int port;

	private MailCatcher catcher;

	@BeforeEach
	void start() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		this.catcher = MailCatcher.start(this.port);
	}

	@AfterEach
	void stop() {
		this.catcher.close();
	}

	@Test
	void showsBothFormsOfAMail() throws Exception {
		MimeMessage message = message("Uppgifter ändrade – Åsa");
		MimeMultipart both = new MimeMultipart("alternative");
		both.addBodyPart(part("Telefon: 070-123 45 67", "plain"));
		both.addBodyPart(part("<p>Telefon: <b>070-123 45 67</b></p>", "html"));
		MimeBodyPart wrapped = new MimeBodyPart();
		wrapped.setContent(both);
		message.setContent(new MimeMultipart("related", wrapped));
		CaughtMessage caught = send(message);
		assertThat(caught.subject()).isEqualTo("Uppgifter ändrade – Åsa");
		assertThat(caught.from()).isEqualTo("Nordcykel AB <insyn@nordcykel.example>");
		assertThat(caught.to()).isEqualTo("inkop@nordcykel.example");
		assertThat(caught.text()).isEqualTo("Telefon: 070-123 45 67");
		assertThat(caught.html()).isEqualTo("<p>Telefon: <b>070-123 45 67</b></p>");
	}

	@Test
	void takesAMailOfPlainTextOnly() throws Exception {
		MimeMessage message = message("Hej");
		message.setText("Hej då", "utf-8");
		CaughtMessage caught = send(message);
		assertThat(caught.text()).isEqualTo("Hej då");
		assertThat(caught.html()).isNull();
	}

	@Test
	void showsTheNewestFirst() throws Exception {
		for (String subject : new String[] { "one", "two" }) {
			MimeMessage message = message(subject);
			message.setText(subject);
			send(message);
		}
		assertThat(this.catcher.inbox().messages()).extracting(CaughtMessage::subject).containsExactly("two", "one");
	}

	private CaughtMessage send(MimeMessage message) throws Exception {
		int before = this.catcher.inbox().messages().size();
		Transport.send(message);
		Awaitility.await().until(() -> this.catcher.inbox().messages().size() > before);
		return this.catcher.inbox().messages().getFirst();
	}

	private MimeMessage message(String subject) throws Exception {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.host", "127.0.0.1");
		properties.setProperty("mail.smtp.port", String.valueOf(this.port));
		MimeMessage message = new MimeMessage(Session.getInstance(properties));
		message.setFrom(new InternetAddress("insyn@nordcykel.example", "Nordcykel AB", "utf-8"));
		message.setRecipients(Message.RecipientType.TO, "inkop@nordcykel.example");
		message.setSubject(subject, "utf-8");
		return message;
	}

	private static MimeBodyPart part(String text, String kind) throws Exception {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, "utf-8", kind);
		return part;
	}

}
