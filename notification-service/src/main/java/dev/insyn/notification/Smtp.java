package dev.insyn.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// Hands a mail to the mail server, within a bounded time whatever that server does.
@Component
public class Smtp {

	private final JavaMailSenderImpl server;

	private final SmtpConnections connections;

	private final NotificationSettings settings;

	private final Map<String, String> from;

	private final DkimSigning signing;

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Smtp(JavaMailSenderImpl server, NotificationSettings settings, DeliverySettings delivery, DkimSigning signing,
			CircuitBreakerRegistry breakers) {
		this.server = server;
		this.connections = new SmtpConnections(server, delivery);
		this.settings = settings;
		this.from = delivery.from();
		this.signing = signing;
		this.breaker = breakers.circuitBreaker("smtp");
	}

	/// How many mails may be under way now: none while the server is known to be away,
	/// one to find out whether it is back.
	public int room() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> 0;
			case HALF_OPEN -> 1;
			default -> this.settings.senders();
		};
	}

	/// @param id becomes the Message-ID: the same for every attempt at the same mail, so
	/// that a mailbox can tell a repeated one
	/// @throws NotDelivered if the server did not confirm that it has it
	public void deliver(String id, Letter letter) {
		hand(id, parcel(id, letter));
	}

	private void hand(String id, Parcel parcel) {
		try {
			this.breaker.executeRunnable(() -> within(parcel, () -> {
				this.connections.send(parcel);
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
	private void within(Parcel parcel, Callable<String> sending) {
		Future<String> attempt = this.threads.submit(sending);
		try {
			attempt.get(this.settings.sendLimit().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException failed) {
			throw SmtpFailure.read(failed, parcel);
		}
		catch (TimeoutException tooSlow) {
			attempt.cancel(true);
			throw unsure(parcel, NotDelivered.forNow("mail-server-slow"));
		}
		catch (InterruptedException stopping) {
			attempt.cancel(true);
			Thread.currentThread().interrupt();
			throw unsure(parcel, NotDelivered.forNow("stopping"));
		}
	}

	private static NotDelivered unsure(Parcel parcel, NotDelivered failure) {
		return parcel.isHandedOver() ? failure.orPerhapsDelivered() : failure;
	}

	private Parcel parcel(String id, Letter letter) {
		InternetAddress to = recipient(letter.address());
		try {
			InternetAddress from = new InternetAddress(
					this.from.getOrDefault(letter.tenant().id().value(), this.settings.sender()),
					HeaderText.of(letter.tenant().name()), "UTF-8");
			MimeMessage message = message(id, letter, from, to);
			ByteArrayOutputStream written = new ByteArrayOutputStream();
			this.signing.signed(message, domain(from)).writeTo(written);
			return new Parcel(this.server.getSession(), written.toByteArray(), from, to);
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
		message.setContent(bodies(letter.content()));
		message.saveChanges();
		message.setHeader("Message-ID", "<" + id + "@" + domain(from) + ">");
		return message;
	}

	private static MimeMultipart bodies(MailContent content) throws MessagingException {
		MimeBodyPart text = new MimeBodyPart();
		text.setText(content.text(), StandardCharsets.UTF_8.name());
		MimeBodyPart html = new MimeBodyPart();
		html.setText(content.html(), StandardCharsets.UTF_8.name(), "html");
		return new MimeMultipart("alternative", text, html);
	}

	private static String domain(InternetAddress address) {
		return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
	}

	@PreDestroy
	void close() {
		this.connections.closeAll();
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
