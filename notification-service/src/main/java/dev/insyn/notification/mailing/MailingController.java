package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.insyn.notification.Slice;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Mailings as JSON, with the same checks as on the screens.
@RestController
@RequestMapping("/api/mailings")
@RequiredLevel(RequiredLevel.SENDS)
@RequiredScope("mailings.send")
class MailingController {

	private static final int MOST = 200;

	private final Mailings mailings;

	private final MailingActs acts;

	private final Outlooks outlooks;

	private final Recipients recipients;

	private final Counting counting;

	MailingController(Mailings mailings, MailingActs acts, Outlooks outlooks, Recipients recipients,
			Counting counting) {
		this.mailings = mailings;
		this.acts = acts;
		this.outlooks = outlooks;
		this.recipients = recipients;
		this.counting = counting;
	}

	/// The newest first.
	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("mailings.read")
	MailingList list(Caller caller, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") int limit) {
		Slice<Mailing> slice = this.mailings.slice(caller.tenant(), Slice.Place.read(Optional.ofNullable(after)),
				Math.clamp(limit, 1, MOST));
		return new MailingList(slice.rows().stream().map((one) -> MailingAnswer.of(one, null, null)).toList(),
				slice.next());
	}

	@GetMapping("/{id}")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("mailings.read")
	MailingAnswer one(Caller caller, @PathVariable String id) {
		return answer(this.acts.get(caller.tenant(), id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	MailingAnswer create(Caller caller, @RequestBody Wish wish) {
		return answer(this.acts.create(caller.tenant(), wish.name(), String.valueOf(wish.template()), wish.audience(),
				(wish.perSecond() != null) ? wish.perSecond() : 0, caller.actor()));
	}

	@PostMapping("/{id}/send")
	MailingAnswer send(Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable At at) {
		this.acts.send(caller.tenant(), id, (at != null) ? at.at() : null, caller.actor());
		return one(caller, id);
	}

	@PostMapping("/{id}/pause")
	MailingAnswer pause(Caller caller, @PathVariable String id) {
		this.acts.pause(caller.tenant(), id, caller.actor());
		return one(caller, id);
	}

	@PostMapping("/{id}/resume")
	MailingAnswer resume(Caller caller, @PathVariable String id) {
		this.acts.resume(caller.tenant(), id, caller.actor());
		return one(caller, id);
	}

	/// What is being handed over at this moment still goes out; nothing after it.
	@PostMapping("/{id}/cancel")
	MailingAnswer cancel(Caller caller, @PathVariable String id) {
		this.acts.cancel(caller.tenant(), id, caller.actor());
		return one(caller, id);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(Caller caller, @PathVariable String id) {
		this.acts.delete(caller.tenant(), id);
	}

	/// In the order of the contacts' ids.
	/// @param state a state or an answer; none for all
	@GetMapping("/{id}/recipients")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope("mailings.read")
	RecipientList recipients(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "") String state,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
		this.acts.get(caller.tenant(), id);
		int size = Math.clamp(limit, 1, MOST);
		List<Recipient> found = this.recipients.slice(caller.tenant(), id,
				Stream.of(Recipient.State.values()).filter((one) -> one.code().equals(state)).findFirst().orElse(null),
				Stream.of(Recipient.Answer.values()).filter((one) -> one.code().equals(state)).findFirst().orElse(null),
				after, size);
		return new RecipientList(found.stream().map(RecipientAnswer::of).toList(),
				(found.size() == size) ? found.getLast().contact() : null);
	}

	private MailingAnswer answer(Stored<Mailing> stored) {
		return MailingAnswer.of(stored, this.outlooks.find(stored.tenant(), stored.id()).orElse(null),
				this.counting.recent(stored));
	}

	/// What to send to whom: either a segment, or contacts, or those of an earlier
	/// mailing.
	record Wish(@Nullable String name, @Nullable String template, @Nullable String segment,
			@Nullable List<String> contacts, @Nullable String unanswered, @Nullable String notReached,
			@Nullable Integer perSecond) {

		Audience audience() {
			if (Stream.of(this.segment, this.contacts, this.unanswered, this.notReached)
				.filter((one) -> one != null)
				.count() != 1) {
				throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "urn:insyn:problem:invalid-mailing",
						"Exactly one of segment, contacts, unanswered and notReached")
					.with("member", "segment");
			}
			if (this.contacts != null) {
				return Audience.contacts(this.contacts);
			}
			return (this.segment != null) ? Audience.segment(this.segment)
					: (this.unanswered != null) ? Audience.of(Audience.Kind.UNANSWERED, this.unanswered)
							: Audience.of(Audience.Kind.NOT_REACHED, String.valueOf(this.notReached));
		}

	}

	record At(@Nullable Instant at) {
	}

	record MailingList(List<MailingAnswer> mailings, @Nullable String next) {
	}

	/// @param outlook who would get it, before it is sent
	record MailingAnswer(String id, String name, String template, String kind, String status, Audience audience,
			String by, int perSecond, Instant created, @Nullable Instant at, @Nullable Instant started,
			@Nullable Instant ended, @Nullable String trouble, @Nullable Outlook outlook, @Nullable Results results) {

		static MailingAnswer of(Stored<Mailing> stored, @Nullable Outlook outlook, @Nullable Results results) {
			Mailing mailing = stored.state();
			Mailing.Dates dates = mailing.dates();
			return new MailingAnswer(stored.id(), mailing.name(), mailing.template(), mailing.kind().code(),
					mailing.status().code(), mailing.audience(), mailing.by(), mailing.perSecond(), dates.created(),
					dates.at(), dates.started(), dates.ended(), mailing.work().trouble(), outlook, results);
		}

	}

	record RecipientList(List<RecipientAnswer> recipients, @Nullable String next) {
	}

	/// @param words what the mail server said, without addresses
	record RecipientAnswer(String contact, String state, String answer, int attempts, @Nullable String reason,
			@Nullable String words, Instant at, @Nullable Instant answeredAt) {

		static RecipientAnswer of(Recipient recipient) {
			return new RecipientAnswer(recipient.contact(), recipient.state().code(), recipient.answer().code(),
					recipient.attempts(), recipient.reason(), recipient.words(), recipient.at(),
					recipient.answeredAt());
		}

	}

}
