package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;

import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Contacts do what a mail asked them for: by its link, or by another way to the same page. It counts for every mailing that
/// linked the page to the contact and waits for an answer.
@Component
class NotingAnswers {

	private static final int MAILINGS = 20;

	private final Recipients recipients;

	NotingAnswers(Recipients recipients) {
		this.recipients = recipients;
	}

	/// A repeat changes nothing.
	/// @param page null for what was done elsewhere than on a page
	void note(TenantId tenant, String contact, @Nullable String page, Recipient.Answer answer, Instant at) {
		if (page == null) {
			return;
		}
		for (Recipient recipient : this.recipients.of(tenant, contact, MAILINGS)) {
			if (isAnswerTo(recipient, page, answer, at)) {
				this.recipients.change(tenant, recipient.mailing(), List.of(contact),
						(now) -> isAnswerTo(now, page, answer, at) ? Change.of(now.answered(answer, at))
								: Change.unchanged(now));
			}
		}
	}

	private static boolean isAnswerTo(Recipient recipient, String page, Recipient.Answer answer, Instant at) {
		return recipient.pages().contains(page) && recipient.answer().compareTo(answer) < 0
				&& !recipient.first().isAfter(at);
	}

}
