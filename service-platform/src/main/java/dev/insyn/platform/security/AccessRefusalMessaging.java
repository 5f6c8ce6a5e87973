package dev.insyn.platform.security;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.insyn.events.UserAccessRefused;
import dev.insyn.platform.messaging.EventSender;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.messaging.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;

/// Tells that a user was refused for its permission level: behind the answer's back, so that neither a slow nor an
/// absent broker touches it, and at most ten times a minute for each user.
final class AccessRefusalMessaging implements AccessRefusals, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(AccessRefusalMessaging.class);

	private static final int PER_MINUTE = 10;

	private static final int WAITING = 1000;

	private final EventSender sender;

	private final Clock clock;

	private final Throttle throttle;

	private final ThreadPoolExecutor behind = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(WAITING), Thread.ofVirtual().name("access-refusals").factory());

	AccessRefusalMessaging(EventSender sender, Clock clock) {
		this.sender = sender;
		this.clock = clock;
		this.throttle = new Throttle(PER_MINUTE, clock);
	}

	@Override
	public void tell(UserCaller user, String method, String route, int needed) {
		this.throttle.take(user.tenant() + ":" + user.user()).ifPresent((untold) -> {
			OutgoingEvent event = new OutgoingEvent(UserAccessRefused.TOPIC, UserAccessRefused.TYPE, user.tenant(),
					user.user(), user.actor(), new UserAccessRefused(user.user(), method, route, needed, user.level(),
							this.clock.instant().truncatedTo(ChronoUnit.MILLIS), untold));
			try {
				this.behind.execute(() -> send(event));
			}
			catch (RejectedExecutionException tooMany) {
				logger.warn("A refusal of access is not told: too many wait");
			}
		});
	}

	private void send(OutgoingEvent event) {
		try {
			this.sender.send(event);
		}
		catch (RuntimeException failed) {
			logger.warn("A refusal of access is not told: {}", failed.getClass().getSimpleName());
		}
	}

	/// What waits is sent while the producer is still there.
	@Override
	public void destroy() throws InterruptedException {
		this.behind.shutdown();
		this.behind.awaitTermination(3, TimeUnit.SECONDS);
	}

}
