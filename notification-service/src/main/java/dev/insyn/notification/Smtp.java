package dev.insyn.notification;

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

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// Hands a mail to the mail server, within a bounded time whatever that server does.
@Component
public class Smtp {

	private final SmtpConnections connections;

	private final NotificationSettings settings;

	private final Packing packing;

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Smtp(JavaMailSenderImpl server, NotificationSettings settings, DeliverySettings delivery, DkimSigning signing,
			CircuitBreakerRegistry breakers) {
		this.connections = new SmtpConnections(server, delivery);
		this.settings = settings;
		this.packing = new Packing(server, settings.sender(), delivery.from(), signing);
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
		hand(id, this.packing.pack(id, letter));
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

	@PreDestroy
	void close() {
		this.connections.closeAll();
	}

}
