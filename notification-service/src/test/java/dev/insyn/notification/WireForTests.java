package dev.insyn.notification;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import dev.insyn.platform.tenancy.Tenant;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/// What a mail server gets of a mail.
public final class WireForTests implements AutoCloseable {

	private final OddMailServer server = new OddMailServer();

	private final Smtp smtp;

	public WireForTests() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.server.port());
		this.smtp = new Smtp(sender, NotificationFixtures.settings(), NotificationFixtures.delivery(),
				new DkimSigning(NotificationFixtures.delivery()), CircuitBreakerRegistry.ofDefaults());
	}

	public MimeMessage sent(Tenant tenant, MailContent mail) throws MessagingException {
		this.smtp.deliver("id1", new Letter(tenant, "anna@kund.example", mail));
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(this.server.accepted().getLast().getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public void close() {
		this.smtp.close();
		this.server.close();
	}

}
