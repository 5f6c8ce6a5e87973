package dev.insyn.notification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;

/// What a mail server took, as people read it.
final class Mails {

	private Mails() {
	}

	/// Those with a word in them, so many and for a while no more.
	static List<String> about(OddMailServer server, String word, int expected) {
		return Awaitility.await()
			.during(Duration.ofMillis(400))
			.atMost(Duration.ofSeconds(10))
			.until(() -> all(server).stream().filter((mail) -> mail.contains(word)).toList(),
					(mails) -> mails.size() == expected);
	}

	static List<String> all(OddMailServer server) {
		return server.accepted().stream().map(Mails::readable).toList();
	}

	private static String readable(String mail) {
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
			return "To: " + message.getAllRecipients()[0] + "\nSubject: " + message.getSubject() + "\n"
					+ ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
