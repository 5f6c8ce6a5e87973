package dev.insyn.notification.mailing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import dev.insyn.notification.NotDelivered;
import dev.insyn.notification.Smtp;
import dev.insyn.notification.StableId;

import org.springframework.stereotype.Component;

/// Hands some written mails to the mail server, as many at once as it takes, each when its pace allows.
@Component
class HandingOver {

	private final Smtp smtp;

	HandingOver(Smtp smtp) {
		this.smtp = smtp;
	}

	/// How many may be under way now; 0 while the mail server is known to be away.
	int room() {
		return this.smtp.room();
	}

	/// @return for each contact why its mail was not delivered; empty where it was
	Map<String, Optional<NotDelivered>> send(String mailing, List<Prepared> mails, Pace pace) {
		Map<String, Optional<NotDelivered>> outcomes = new ConcurrentHashMap<>();
		Semaphore lanes = new Semaphore(Math.max(1, room()));
		List<Prepared> left = new ArrayList<>(mails);
		try (ExecutorService lanesOfMail = Executors.newVirtualThreadPerTaskExecutor()) {
			while (!left.isEmpty()) {
				Prepared next = takeNext(left, pace);
				lanes.acquireUninterruptibly();
				lanesOfMail.execute(() -> {
					try {
						outcomes.put(next.contact(), deliver(mailing, next));
					}
					finally {
						lanes.release();
					}
				});
			}
		}
		Map<String, Optional<NotDelivered>> inOrder = new LinkedHashMap<>();
		mails.forEach((mail) -> inOrder.put(mail.contact(),
				outcomes.getOrDefault(mail.contact(), Optional.of(NotDelivered.forNow("unwritten")))));
		return inOrder;
	}

	/// The first whose domain takes one now, or the one that has to wait least.
	private static Prepared takeNext(List<Prepared> left, Pace pace) {
		while (true) {
			long now = System.nanoTime();
			long shortest = Long.MAX_VALUE;
			for (int i = 0; i < left.size(); i++) {
				long wait = pace.wait(left.get(i).domain(), now);
				if (wait == 0) {
					Prepared next = left.remove(i);
					pace.goes(next.domain(), now);
					return next;
				}
				shortest = Math.min(shortest, wait);
			}
			LockSupport.parkNanos(shortest);
		}
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
