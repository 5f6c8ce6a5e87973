package dev.insyn.notification.mailing;

import java.util.List;

import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Goes through a mailing's audience some hundred contacts at a time, however many there are.
@Component
class Audiences {

	private final Segments segments;

	private final Recipients recipients;

	Audiences(Segments segments, Recipients recipients) {
		this.segments = segments;
		this.recipients = recipients;
	}

	/// @param after [Page#next] of the page before; null for the first
	Page page(TenantId tenant, Audience audience, @Nullable String after, int size) {
		String id = String.valueOf(audience.id());
		return switch (audience.kind()) {
			case SEGMENT -> this.segments.contacts(tenant, id, after, size);
			case CONTACTS -> byHand(audience.contacts(), after, size);
			case UNANSWERED -> earlier(tenant, id, Recipient.State.SENT, after, size);
			case NOT_REACHED -> earlier(tenant, id, Recipient.State.FAILED, after, size);
		};
	}

	private static Page byHand(List<String> contacts, @Nullable String after, int size) {
		int from = (after != null) ? Integer.parseInt(after) : 0;
		int to = Math.min(contacts.size(), from + size);
		return new Page(contacts.subList(Math.min(from, to), to), (to < contacts.size()) ? String.valueOf(to) : null);
	}

	/// Whether they have answered is asked when their page's turn comes.
	private Page earlier(TenantId tenant, String mailing, Recipient.State state, @Nullable String after, int size) {
		List<Recipient> found = this.recipients.slice(tenant, mailing, state, null, after, size);
		return new Page(found.stream().filter((one) -> !one.answer().isAnswer()).map(Recipient::contact).toList(),
				(found.size() == size) ? found.getLast().contact() : null);
	}

	/// @param next where the following page begins; null if there is none
	record Page(List<String> contacts, @Nullable String next) {
	}

}
