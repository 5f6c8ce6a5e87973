package dev.insyn.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The mails, waiting and done.
@Component
class Emails {

	private final TenantDocuments<Email> documents;

	Emails(TenantDocumentsFactory factory) {
		this.documents = factory.of("emails", Email.class).indexed("nextAttempt", "use.contact", "queuedAt", "status");
	}

	/// One event makes one mail per recipient, however often it is delivered.
	void queue(TenantId tenant, Email email) {
		String id = StableId.of("email", email.use().cause(), email.recipient());
		try {
			this.documents.insert(tenant, id, Change.of(email));
		}
		catch (AlreadyExists queuedBefore) {
			// That is what the stable id is for.
		}
	}

	List<Stored<Email>> due(TenantId tenant, Instant now, int limit) {
		return this.documents.find(tenant, Criteria.where("nextAttempt").lte(now), Sort.by("nextAttempt"), limit);
	}

	/// Takes a due mail, so that of several instances one sends it.
	/// @return empty if another one was quicker
	Optional<Stored<Email>> take(Stored<Email> seen, Instant now, Duration lease) {
		AtomicBoolean taken = new AtomicBoolean();
		Stored<Email> mine = this.documents.change(seen.tenant(), seen.id(), (email) -> {
			taken.set(email.due(now));
			return taken.get() ? Change.of(email.taken(now, lease)) : Change.unchanged(email);
		});
		return taken.get() ? Optional.of(mine) : Optional.empty();
	}

	/// The mail server has it, which stays true even if the lease has ended meanwhile.
	void sent(Stored<Email> mine, Instant now) {
		this.documents.change(mine.tenant(), mine.id(), (email) -> {
			if (!email.waiting()) {
				return Change.unchanged(email);
			}
			Email sent = email.sent(now);
			return sent.aboutContact()
					? Change.of(sent).with(OutgoingMessaging.emailSent(mine.tenant(), mine.id(), sent, now))
					: Change.of(sent);
		});
	}

	void failed(Stored<Email> mine, String reason, Instant now) {
		this.documents.change(mine.tenant(), mine.id(), (email) -> {
			if (!isStillMine(mine, email)) {
				return Change.unchanged(email);
			}
			Email failed = email.failed(reason, now);
			return failed.aboutContact()
					? Change.of(failed).with(OutgoingMessaging.emailFailed(mine.tenant(), mine.id(), failed, now))
					: Change.of(failed);
		});
	}

	void postpone(Stored<Email> mine, Instant until, String reason) {
		this.documents.change(mine.tenant(), mine.id(), (email) -> isStillMine(mine, email)
				? Change.of(email.postponed(until, reason)) : Change.unchanged(email));
	}

	/// The newest first; about one contact, or all.
	List<Stored<Email>> list(TenantId tenant, @Nullable String contact, int limit) {
		return this.documents.find(tenant, ofContact(contact), Sort.by(Sort.Direction.DESC, "queuedAt"), limit);
	}

	Optional<Email> find(TenantId tenant, String id) {
		return this.documents.find(tenant, id).map(Stored::state);
	}

	Slice<Email> slice(TenantId tenant, @Nullable String contact, Email.@Nullable Status status, Slice.Place place,
			int size) {
		Criteria wanted = newestFirst(contact, place);
		if (status != null) {
			wanted = wanted.and("status").is(status);
		}
		List<Stored<Email>> found = this.documents.find(tenant, wanted, Sort.by(Sort.Direction.DESC, "queuedAt"),
				size + place.shown() + 1);
		return Slice.of(found, place, size, Email::queuedAt);
	}

	long count(TenantId tenant) {
		return this.documents.count(tenant, new Criteria());
	}

	long waiting(TenantId tenant) {
		return this.documents.count(tenant, Criteria.where("nextAttempt").gt(Instant.EPOCH));
	}

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("endedAt", limit);
	}

	/// What begins at a place of the list.
	private static Criteria newestFirst(@Nullable String contact, Slice.Place place) {
		Criteria wanted = Criteria.where("queuedAt").lte(place.time());
		return (contact != null) ? wanted.and("use.contact").is(contact) : wanted;
	}

	private static Criteria ofContact(@Nullable String contact) {
		return (contact != null) ? Criteria.where("use.contact").is(contact) : new Criteria();
	}

	private static boolean isStillMine(Stored<Email> mine, Email email) {
		return email.waiting() && email.attempts() == mine.state().attempts();
	}

}
