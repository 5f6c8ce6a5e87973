package dev.insyn.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Mails, for CRM systems: the newest first, at most 200, of the caller's own tenant.
@RestController
@RequestMapping("/api")
@RequiredLevel(RequiredLevel.READS)
@RequiredScope("activities.read")
class NotificationController {

	private static final int MOST = 200;

	private final Emails emails;

	NotificationController(Emails emails) {
		this.emails = emails;
	}

	/// Metadata only: neither address nor words.
	@GetMapping("/emails")
	EmailList emails(Caller caller, @RequestParam(required = false) @Nullable String contact,
			@RequestParam(defaultValue = "50") int limit) {
		return new EmailList(
				this.emails.list(caller.tenant(), contact, within(limit)).stream().map(EmailAnswer::of).toList());
	}

	private static int within(int limit) {
		return Math.clamp(limit, 1, MOST);
	}

	record EmailList(List<EmailAnswer> emails) {
	}

	record EmailAnswer(String id, String kind, String contact, String page, String status, int attempts,
			Instant queuedAt, @Nullable Instant endedAt, @Nullable String reason, String cause) {

		static EmailAnswer of(Stored<Email> stored) {
			Email email = stored.state();
			PageUse use = email.use();
			return new EmailAnswer(stored.id(), email.kind().code(), use.contact(), use.page(),
					email.status().name().toLowerCase(Locale.ROOT), email.attempts(), email.queuedAt(), email.endedAt(),
					email.reason(), use.cause());
		}

	}

}
