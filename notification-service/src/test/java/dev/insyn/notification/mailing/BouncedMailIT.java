package dev.insyn.notification.mailing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.insyn.events.EmailBounced;
import dev.insyn.events.Topics;
import dev.insyn.notification.OddMailServer;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.notification.template.Templates;
import dev.insyn.notification.template.TemplatesForTests;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Recording;
import dev.insyn.testing.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// A mail comes back after the mail server took it, to a mailbox that is read over IMAP.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.kafka=warn", "logging.level.state.change.logger=warn",
				"logging.level.de.bwaldvogel=error", "logging.level.org.apache.kafka=error" })
@Import({ InfrastructureForTests.class, TestTokens.class })
@ExtendWith(OutputCaptureExtension.class)
class BouncedMailIT {

	private static final TenantId TENANT = new TenantId("nordcykel");

	private static final OddMailServer mailServer = new OddMailServer();

	private static final Neighbours neighbours = Neighbours.get();

	private static final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

	private static final GreenMailUser bounces = open();

	private final String test = UUID.randomUUID().toString().substring(0, 8);

	private final String anna = "anna-" + this.test;

	@Autowired
	private Events events;

	@Autowired
	private Templates templates;

	@Autowired
	private Mailings mailings;

	@Autowired
	private Recipients recipients;

	@Autowired
	private MailingActs acts;

	@Autowired
	private static GreenMailUser open() {
		mailbox.start();
		return mailbox.setUser("bounces@mail.example", "bounces", "secret");
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		Map.ofEntries(Map.entry("spring.mail.host", "127.0.0.1"), Map.entry("spring.mail.port", mailServer.port()),
				Map.entry("insyn.services.contact", neighbours.contactService()),
				Map.entry("insyn.security.client-secret", "secret"),
				Map.entry("insyn.security.master-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
				Map.entry("insyn.notification.mailings.poll", "100ms"),
				Map.entry("insyn.notification.bounces.address", "bounces@mail.example"),
				Map.entry("insyn.notification.bounces.poll", "PT0.2S"),
				Map.entry("insyn.notification.bounces.imap.host", "127.0.0.1"),
				Map.entry("insyn.notification.bounces.imap.port", mailbox.getImap().getPort()),
				Map.entry("insyn.notification.bounces.imap.username", "bounces"),
				Map.entry("insyn.notification.bounces.imap.password", "secret"),
				Map.entry("insyn.notification.bounces.imap.security", "none"),
				Map.entry("insyn.tenants[0].id", "nordcykel"), Map.entry("insyn.tenants[0].name", "Nordcykel AB"),
				Map.entry("insyn.tenants[0].languages", "sv"), Map.entry("insyn.tenants[1].id", "fjordbok"),
				Map.entry("insyn.tenants[1].name", "Fjordbok AS"), Map.entry("insyn.tenants[1].languages", "nb"))
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@Test
	void aMailThatCameBackHasFailedWithTheServersWords(CapturedOutput log) throws Exception {
		try (Recording recording = this.events.record(Topics.NOTIFICATIONS)) {
			String mailing = sent();
			String address = addressOf(mailing);
			assertThat(address).matches("bounces\\+[0-9a-f]{52}@mail\\.example");
			deliver(report(address, "failed", "5.1.1",
					"smtp; 550 5.1.1 <" + this.anna + "@kund.example>: no such user here"));
			Recipient recipient = awaitFailed(mailing);
			assertThat(recipient.reason()).isEqualTo("bounced");
			assertThat(recipient.words()).contains("550 5.1.1", "no such user here").doesNotContain("@", this.test);
			deliver(report(address, "failed", "5.1.1", "smtp; 550 again"));
			awaitRead();
			assertThat(recipient(mailing)).as("a repeat changes nothing").isEqualTo(recipient);
			assertThat(recording.await(1, (event) -> event.type().equals(EmailBounced.TYPE))).singleElement()
				.satisfies((event) -> assertThat(event.body()).contains("\"status\":\"5.1.1\"", this.anna)
					.doesNotContain("no such user"));
			assertThat(log).doesNotContain("kund.example");
		}
	}

	@Test
	void whatNobodyCanHaveGotByMailChangesNothing() throws Exception {
		String mailing = sent();
		String address = addressOf(mailing);
		char last = address.charAt(address.indexOf('@') - 1);
		String forged = address.replace(last + "@mail", ((last == '0') ? '1' : '0') + "@mail");
		deliver(report(forged, "failed", "5.1.1", "smtp; 550 forged"));
		deliver(report("bounces@mail.example", "failed", "5.1.1", "smtp; 550 forged"));
		deliver(report(address, "delayed", "4.4.1", "smtp; 450 not yet"));
		deliver(report(address, "delivered", "2.0.0", "smtp; 250 there"));
		deliver("To: " + address + "\r\nSubject: Undeliverable: 550 5.1.1 no such user\r\n\r\nStatus: 5.1.1\r\n");
		deliver("To: " + address + "\r\nAuto-Submitted: auto-replied\r\nSubject: Jag har semester\r\n\r\nHej\r\n");
		deliver(report(address, "failed", "5.1.1", "smtp; 550 x").replace("Reporting-MTA: dns; mx.example\r\n", ""));
		deliver(report(address, "failed", "5.1.1", "smtp; 550 x").replace("multipart/report", "multipart/mixed"));
		awaitRead();
		assertThat(recipient(mailing).state()).isEqualTo(Recipient.State.SENT);
	}

	@Test
	void whoAnsweredHasGotIt() throws Exception {
		String mailing = sent();
		this.recipients.change(TENANT, mailing, List.of(this.anna),
				(recipient) -> (recipient.answer() == Recipient.Answer.NONE)
						? Change.of(recipient.answered(Recipient.Answer.CONFIRMED, Instant.now()))
						: Change.unchanged(recipient));
		deliver(report(addressOf(mailing), "failed", "5.1.1", "smtp; 550 no such user"));
		awaitRead();
		assertThat(recipient(mailing).state()).isEqualTo(Recipient.State.SENT);
	}

	@Test
	void whatServersGaveUpIsNoFaultOfTheAddress() throws Exception {
		String mailing = sent();
		deliver(report(addressOf(mailing), "failed", "4.4.7", "smtp; 421 4.4.7 tried for five days"));
		assertThat(awaitFailed(mailing).reason()).isEqualTo("given-up");
	}

	private String sent() {
		neighbours.know(this.anna, Map.of("email", this.anna + "@kund.example"));
		String template = TemplatesForTests.service(this.templates, TENANT, "Hej", "Hej");
		String mailing = this.mailings
			.add(TENANT,
					Mailing
						.draft("En", template, MailTemplate.Kind.SERVICE, Audience.contacts(List.of(this.anna)),
								"user:karin", 0, Instant.now())
						.lookedAt())
			.id();
		this.acts.send(TENANT, mailing, null, Actor.user("karin"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.mailings.find(TENANT, mailing).orElseThrow().state().isOver());
		return mailing;
	}

	/// As the mail server saw it.
	private String addressOf(String mailing) {
		String id = recipient(mailing).mail();
		return mailServer.senders().stream().filter((sender) -> sender.contains(id)).findFirst().orElseThrow();
	}

	private Recipient recipient(String mailing) {
		return this.recipients.find(TENANT, mailing, this.anna).orElseThrow();
	}

	private Recipient awaitFailed(String mailing) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> recipient(mailing), (one) -> one.state() == Recipient.State.FAILED);
	}

	private static void awaitRead() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> mailbox.getManagers().getImapHostManager().getInbox(bounces).getUnseenCount() == 0);
	}

	private static void deliver(String message) throws MessagingException {
		bounces.deliver(new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
	}

	/// As RFC 3464 has it.
	private String report(String to, String action, String status, String said) {
		return """
				From: Mail Delivery Subsystem <mailer-daemon@mx.example>
				To: <%s>
				Subject: Undelivered mail
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

				--b1

				Your mail could not be delivered.

				--b1
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example

				Original-Recipient: rfc822;%s@kund.example
				Final-Recipient: rfc822;%s@kund.example
				Action: %s
				Status: %s
				Diagnostic-Code: %s

				--b1
				Content-Type: text/rfc822-headers

				Subject: Hej

				--b1--
				""".formatted(to, this.anna, this.anna, action, status, said).replace("\n", "\r\n");
	}

}
