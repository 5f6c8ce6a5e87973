package dev.insyn.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

import dev.insyn.platform.tenancy.Tenant;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SmtpTests {

	private static final String KARIN = "karin@nordcykel.example";

	private final OddMailServer server = new OddMailServer();

	private final NotificationSettings settings = NotificationFixtures.settings();

	private final CircuitBreakerRegistry breakers = new NotificationConfiguration().circuitBreakers(this.settings);

	private final Smtp smtp = new Smtp(sender(this.server.port()), this.settings, NotificationFixtures.delivery(),
			new DkimSigning(NotificationFixtures.delivery()), this.breakers);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void handsOverBothHalvesInTheTenantsName() throws Exception {
		this.smtp.deliver("id1", letter(KARIN, "Anna har ändrat", NotificationFixtures.nordcykel()));
		MimeMessage message = received();
		InternetAddress from = (InternetAddress) message.getFrom()[0];
		assertThat(from.getAddress()).isEqualTo("no-reply@insyn.example");
		assertThat(from.getPersonal()).isEqualTo("Nordcykel AB");
		assertThat(message.getReplyTo()[0]).hasToString("kundservice@nordcykel.example");
		assertThat(message.getAllRecipients()).singleElement().hasToString(KARIN);
		assertThat(message.getSubject()).isEqualTo("Anna har ändrat");
		assertThat(message.getMessageID()).isEqualTo("<id1@insyn.example>");
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		MimeMultipart bodies = (MimeMultipart) message.getContent();
		assertThat(bodies.getContentType()).startsWith("multipart/alternative");
		assertThat(bodies.getBodyPart(0).getContent().toString().strip()).isEqualTo("Hej Åsa");
		assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
	}

	/// Whoever repeats a mail after a crash repeats its id: a mailbox can tell.
	@Test
	void givesEveryAttemptTheSameMessageId() throws Exception {
		this.smtp.deliver("id1", letter(KARIN, "a", NotificationFixtures.nordcykel()));
		this.smtp.deliver("id1", letter(KARIN, "a", NotificationFixtures.nordcykel()));
		assertThat(this.server.accepted()).hasSize(2)
			.allMatch((mail) -> mail.contains("Message-ID: <id1@insyn.example>"));
	}

	/// Two hold it off: [HeaderText] and, seen green without it, the mail library's own
	/// encoding of names.
	@Test
	void letsNoTenantNameAddAHeader() throws Exception {
		Tenant sly = new Tenant(NotificationFixtures.NORDCYKEL, "Nord\r\nBcc: eve@evil.example",
				NotificationFixtures.nordcykel().languages(), NotificationFixtures.nordcykel().timeZone(), "SE", "");
		this.smtp.deliver("id1", letter(KARIN, "a", sly));
		assertThat(received().getHeader("Bcc")).isNull();
		assertThat(received().getFrom()[0].toString()).contains("Nord Bcc: eve@evil.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "karin", "karin@", "@nordcykel.example", "karin@nordcykel.example, eve@evil.example",
			"karin@nordcykel.example\r\nBcc: eve@evil.example", "friends: a@b.example, c@d.example;", "" })
	void refusesWhatIsNoSingleAddress(String address) {
		NotDelivered failure = failure(address);
		assertThat(failure.reason()).isEqualTo("address-invalid");
		assertThat(failure.isPermanent()).isTrue();
		assertThat(this.server.visits()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "REFUSES_RECIPIENT, recipient-refused, true", "DEFERS_RECIPIENT, recipient-deferred, false",
			"REFUSES_MESSAGE, message-refused, true", "REFUSES_SENDER, sender-refused, false",
			"BUSY, mail-server-away, false", "DROPS_AFTER_DATA, mail-server-away, false",
			"SAYS_NOTHING, mail-server-slow, false", "DRIPS, mail-server-slow, false" })
	void tellsWhetherTryingAgainHelps(OddMailServer.Mood mood, String reason, boolean permanent) {
		this.server.becomes(mood);
		NotDelivered failure = failure(KARIN);
		assertThat(failure.reason()).isEqualTo(reason);
		assertThat(failure.isPermanent()).isEqualTo(permanent);
	}

	/// Red without the limit around the whole exchange: the socket's own timeout starts
	/// anew with each byte.
	@Test
	void endsWithinTheLimitAtAServerThatDrips() {
		this.server.becomes(OddMailServer.Mood.DRIPS);
		Instant begun = Instant.now();
		failure(KARIN);
		assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
	}

	@Test
	void saysNothingOfTheServersWords() {
		this.server.becomes(OddMailServer.Mood.REFUSES_RECIPIENT);
		assertThat(failure(KARIN)).hasMessage("recipient-refused").hasNoCause();
	}

	@Test
	void knowsAServerThatIsAway() {
		this.server.close();
		assertThat(failure(KARIN).reason()).isEqualTo("mail-server-away");
	}

	@Test
	void leavesAServerAloneThatIsAway() {
		this.server.becomes(OddMailServer.Mood.BUSY);
		for (int i = 0; i < 6; i++) {
			failure(KARIN);
		}
		assertThat(this.smtp.room()).isZero();
		assertThat(this.server.visits()).hasSize(4);
	}

	/// Red when every failure counts against the server.
	@Test
	void holdsNoRefusedRecipientAgainstTheServer() {
		this.server.becomes(OddMailServer.Mood.REFUSES_RECIPIENT);
		for (int i = 0; i < 10; i++) {
			failure(KARIN);
		}
		assertThat(this.smtp.room()).isEqualTo(this.settings.senders());
	}

	@Test
	void sendsOneAtATimeToFindOutWhetherTheServerIsBack() {
		this.breakers.circuitBreaker("smtp").transitionToOpenState();
		this.breakers.circuitBreaker("smtp").transitionToHalfOpenState();
		assertThat(this.smtp.room()).isEqualTo(1);
		this.smtp.deliver("id1", letter(KARIN, "a", NotificationFixtures.nordcykel()));
		assertThat(this.smtp.room()).isEqualTo(this.settings.senders());
	}

	/// Red when the image is an attachment, or not related to the text that shows it.
	@Test
	void sendsAnImageAsAPartOfTheTextThatShowsIt() throws Exception {
		byte[] png = { (byte) 0x89, 'P', 'N', 'G', 13, 10 };
		this.smtp.deliver("id1", new Letter(NotificationFixtures.nordcykel(), KARIN, new MailContent("Hej",
				"<img src=\"cid:logo@insyn\">", "Hej", new InlineImage("logo@insyn", "image/png", png))));
		MimeMultipart bodies = (MimeMultipart) received().getContent();
		assertThat(bodies.getContentType()).startsWith("multipart/alternative");
		assertThat(bodies.getBodyPart(0).getContentType()).startsWith("text/plain");
		MimeMultipart shown = (MimeMultipart) bodies.getBodyPart(1).getContent();
		assertThat(shown.getContentType()).startsWith("multipart/related");
		assertThat(shown.getBodyPart(0).getContentType()).startsWith("text/html");
		MimeBodyPart image = (MimeBodyPart) shown.getBodyPart(1);
		assertThat(image.getContentID()).isEqualTo("<logo@insyn>");
		assertThat(image.getDisposition()).isEqualTo("inline");
		assertThat(image.getInputStream().readAllBytes()).isEqualTo(png);
	}

	@Test
	void refusesALeaseThatASlowServerCouldOutlast() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new NotificationSettings("a@b.example", null, 1, Duration.ofSeconds(1),
					Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(1),
					Duration.ofDays(1), Duration.ofDays(1)))
			.withMessageContaining("lease");
	}

	private NotDelivered failure(String address) {
		return catchThrowableOfType(NotDelivered.class,
				() -> this.smtp.deliver("id1", letter(address, "a", NotificationFixtures.nordcykel())));
	}

	private MimeMessage received() throws Exception {
		byte[] mail = this.server.accepted().getLast().getBytes(java.nio.charset.StandardCharsets.UTF_8);
		return new MimeMessage(Session.getInstance(new Properties()), new java.io.ByteArrayInputStream(mail));
	}

	private static Letter letter(String address, String subject, Tenant tenant) {
		return new Letter(tenant, address, new MailContent(subject, "<p>Hej Åsa</p>", "Hej Åsa"));
	}

	private static JavaMailSenderImpl sender(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "1000");
		sender.getJavaMailProperties().put("mail.smtp.timeout", "1000");
		sender.getJavaMailProperties().put("mail.smtp.writetimeout", "1000");
		return sender;
	}

}
