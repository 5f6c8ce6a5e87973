package dev.insyn.notification.mailing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.NotificationSettings;
import dev.insyn.notification.Smtp;
import dev.insyn.notification.StableId;

import org.springframework.stereotype.Component;

/// Hands some written mails to the mail server, as many at once as it takes.
@Component
class HandingOver {

	private final Smtp smtp;

	private final int senders;

	/// Of all mailings together.
	private final Semaphore lanes;

	HandingOver(Smtp smtp, NotificationSettings settings) {
		this.smtp = smtp;
		this.senders = settings.senders();
		this.lanes = new Semaphore(this.senders);
	}

	/// How many of the wanted may be handed over now: none while the mail server is known
	/// to be away, and one to find out whether it is back.
	int room(int wanted) {
		int room = this.smtp.room();
		return (room < this.senders) ? Math.min(room, wanted) : wanted;
	}

	/// @return for each contact why its mail was not delivered; empty where it was
	Map<String, Optional<NotDelivered>> send(String mailing, List<Prepared> mails) {
		Map<String, Optional<NotDelivered>> outcomes = new ConcurrentHashMap<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			mails.forEach((mail) -> threads.execute(() -> {
				this.lanes.acquireUninterruptibly();
				try {
					outcomes.put(mail.contact(), deliver(mailing, mail));
				}
				finally {
					this.lanes.release();
				}
			}));
		}
		mails.forEach((mail) -> outcomes.putIfAbsent(mail.contact(), Optional.of(NotDelivered.forNow("unwritten"))));
		return outcomes;
	}

	private Optional<NotDelivered> deliver(String mailing, Prepared mail) {
		try {
			if (mail.letter() != null) {
				this.smtp.deliver(messageId(mailing, mail.contact()), mail.letter());
			}
			return Optional.empty();
		}
		catch (NotDelivered failure) {
			return Optional.of(failure);
		}
	}

	/// The same for every attempt at the same mail.
	static String messageId(String mailing, String contact) {
		return StableId.of("mailing", mailing, contact);
	}

}
