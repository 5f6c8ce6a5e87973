package dev.insyn.notification;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.insyn.platform.tenancy.Tenant;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Hands a mail to the mail server, within a bounded time whatever that server does.
@Component
class Smtp {

	private final JavaMailSender server;

	private final NotificationSettings settings;

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Smtp(JavaMailSender server, NotificationSettings settings, CircuitBreakerRegistry breakers) {
		this.server = server;
		this.settings = settings;
		this.breaker = breakers.circuitBreaker("smtp");
	}

	/// How many mails may be under way now: none while the server is known to be away,
	/// one to find out whether it is back.
	int room() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> 0;
			case HALF_OPEN -> 1;
			default -> this.settings.senders();
		};
	}

	/// @param id becomes the Message-ID: the same for every attempt at the same mail, so
	/// that a mailbox can tell a repeated one
	/// @throws NotDelivered if the server did not confirm that it has it
	void deliver(String id, Letter letter) {
		MimeMessage message = message(id, letter.tenant(), recipient(letter.address()), letter.content());
		try {
			this.breaker.executeRunnable(() -> within(() -> {
				this.server.send(message);
				return id;
			}));
		}
		catch (CallNotPermittedException open) {
			throw NotDelivered.forNow("mail-server-away");
		}
	}

	/// The server's timeouts count from byte to byte; a server that drips one at a time
	/// would hold a mail past its lease. Interrupting a virtual thread closes the socket
	/// it reads from.
	private void within(Callable<String> sending) {
		Future<String> attempt = this.threads.submit(sending);
		try {
			attempt.get(this.settings.sendLimit().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException failed) {
			throw SmtpFailure.read(failed);
		}
		catch (TimeoutException tooSlow) {
			attempt.cancel(true);
			throw NotDelivered.forNow("mail-server-slow");
		}
		catch (InterruptedException stopping) {
			attempt.cancel(true);
			Thread.currentThread().interrupt();
			throw NotDelivered.forNow("stopping");
		}
	}

	private MimeMessage message(String id, Tenant tenant, InternetAddress to, MailContent content) {
		try {
			MimeMessage message = this.server.createMimeMessage();
			message.setFrom(new InternetAddress(this.settings.sender(), HeaderText.of(tenant.name()), "UTF-8"));
			if (!tenant.contactEmail().isEmpty()) {
				message.setReplyTo(InternetAddress.parse(tenant.contactEmail(), true));
			}
			message.setRecipient(Message.RecipientType.TO, to);
			message.setSubject(content.subject(), "UTF-8");
			message.setSentDate(new Date());
			message.setHeader("Message-ID", "<" + id + "@" + domain() + ">");
			message.setHeader("Auto-Submitted", "auto-generated");
			message.setHeader("X-Auto-Response-Suppress", "All");
			message.setContent(bodies(content));
			return message;
		}
		catch (MessagingException | UnsupportedEncodingException | MailException unwritable) {
			throw NotDelivered.forGood("unwritable");
		}
	}

	private static MimeMultipart bodies(MailContent content) throws MessagingException {
		MimeBodyPart text = new MimeBodyPart();
		text.setText(content.text(), StandardCharsets.UTF_8.name());
		MimeBodyPart html = new MimeBodyPart();
		html.setText(content.html(), StandardCharsets.UTF_8.name(), "html");
		return new MimeMultipart("alternative", text, html);
	}

	private String domain() {
		return this.settings.sender().substring(this.settings.sender().lastIndexOf('@') + 1);
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
