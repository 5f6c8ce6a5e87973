package dev.insyn.token.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

import dev.insyn.events.Topics;
import dev.insyn.events.UserSignInRefused;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.EventSender;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.messaging.Throttle;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.session.SignInWay;
import dev.insyn.token.user.User;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Tells of sign-ins that were refused. Which address somebody typed is never told; what belongs to no user, and so to no
/// tenant, is told of the installation, so often and no oftener that nobody fills the audit log with it.
@Component
class SignInMessaging {

	private static final Logger logger = LoggerFactory.getLogger(SignInMessaging.class);

	private static final String NOBODY = "unknown";

	private static final Actor ACTOR = Actor.system("token-service");

	private static final int PER_MINUTE = 30;

	private final EventSender sender;

	private final Throttle throttle;

	private final Clock clock;

	SignInMessaging(EventSender sender, Clock clock) {
		this.sender = sender;
		this.throttle = new Throttle(PER_MINUTE, clock);
		this.clock = clock;
	}

	/// @param user null if nobody is known by what was typed
	/// @return null if it is one too many
	@Nullable OutgoingEvent refused(@Nullable User user, RefusalReason reason, SignInWay by) {
		if (user != null) {
			return new OutgoingEvent(UserSignInRefused.TOPIC, UserSignInRefused.TYPE, user.tenant(), user.id(), ACTOR,
					new UserSignInRefused(user.id(), reason.word(), by.word(), now(), 0));
		}
		return refused(new TenantId(Topics.INSTALLATION), null, reason, by);
	}

	/// @param user null if nobody is known by what was vouched for
	/// @return null if it is one too many
	@Nullable OutgoingEvent refused(TenantId tenant, @Nullable String user, RefusalReason reason, SignInWay by) {
		OptionalLong untold = this.throttle.take(tenant + reason.word() + by.word());
		return untold.isEmpty() ? null
				: new OutgoingEvent(UserSignInRefused.TOPIC, UserSignInRefused.TYPE, tenant,
						(user != null) ? user : NOBODY, ACTOR,
						new UserSignInRefused(user, reason.word(), by.word(), now(), untold.getAsLong()));
	}

	/// Tells what belongs to no document.
	void tell(@Nullable OutgoingEvent refused) {
		if (refused != null) {
			Thread.ofVirtual().start(() -> {
				try {
					this.sender.send(refused);
				}
				catch (RuntimeException away) {
					logger.warn("A refused sign-in is not told: {}", away.getClass().getSimpleName());
				}
			});
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
