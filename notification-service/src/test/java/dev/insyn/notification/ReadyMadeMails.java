package dev.insyn.notification;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Pushes mails that are written already through the connection pool that mailings use, by as many senders.
public final class ReadyMadeMails {

	private final JavaMailSenderImpl server;

	private final DeliverySettings delivery;

	private final int senders;

	private ReadyMadeMails(JavaMailSenderImpl server, DeliverySettings delivery, int senders) {
		this.server = server;
		this.delivery = delivery;
		this.senders = senders;
	}

	public static ReadyMadeMails of(ApplicationContext service) {
		return new ReadyMadeMails(service.getBean(JavaMailSenderImpl.class), service.getBean(DeliverySettings.class),
				service.getBean(NotificationSettings.class).senders());
	}

	/// @param mail as it goes over the wire
	public void push(String mail, int number) {
		SmtpConnections connections = new SmtpConnections(this.server, this.delivery);
		byte[] content = mail.getBytes(StandardCharsets.UTF_8);
		AtomicInteger left = new AtomicInteger(number);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int sender = 0; sender < this.senders; sender++) {
				threads.submit(() -> {
					while (left.getAndDecrement() > 0) {
						connections.send(parcel(content));
					}
					return number;
				});
			}
		}
		connections.closeAll();
	}

	private Parcel parcel(byte[] content) throws MessagingException {
		return new Parcel(this.server.getSession(), content, new InternetAddress("no-reply@insyn.example"),
				new InternetAddress("anna@kund.example"));
	}

}
