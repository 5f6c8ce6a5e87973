package dev.insyn.page.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.insyn.events.UpdateUndeliverable;
import dev.insyn.page.contacts.PageUpdate;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// Updates that were accepted while contact-service was away: an accepted update is never lost.
@Component
public class WaitingUpdates {

	private static final Duration IDLE = Duration.ofMinutes(10);

	private static final Actor ACTOR = Actor.system("landing-page-service");

	private final TenantDocuments<ContactQueue> documents;

	private final EncryptionKeys keys;

	private final JsonMapper json;

	private final Clock clock;

	private final Duration lease;

	WaitingUpdates(TenantDocumentsFactory database, EncryptionKeys keys, JsonMapper json, Clock clock,
			@Value("${insyn.landing-page.delivery-lease:30s}") Duration lease) {
		this.documents = database.of("waiting_updates", ContactQueue.class).indexed("due");
		this.keys = keys;
		this.json = json;
		this.clock = clock;
		this.lease = lease;
	}

	/// Takes an update in, sealed. Returns when it rests in the database.
	/// @throws RuntimeException if it can't be sealed or stored; then it was not accepted
	public void accept(TenantId tenant, String contact, String key, PageUpdate update) {
		String sealed = this.keys.current().encrypt(this.json.writeValueAsBytes(update));
		WaitingUpdate waiting = new WaitingUpdate(key, update.page(), update.link(), update.submittedAt(), sealed,
				List.copyOf(update.changes().keySet()), List.of());
		this.documents.upsertOnce(tenant, contact, "accept:" + key,
				(queue) -> Change.of(queue.orElseGet(ContactQueue::empty).add(waiting, this.clock.instant())));
	}

	/// Whether updates of a contact wait; a new one then joins the queue, lest it
	/// overtake them.
	public boolean waitFor(TenantId tenant, String contact) {
		return standing(tenant, contact).waitingSince() != null;
	}

	/// What a contact should know of its earlier updates.
	public Standing standing(TenantId tenant, String contact) {
		return this.documents.find(tenant, contact)
			.map(Stored::state)
			.map((queue) -> new Standing(queue.first().map(WaitingUpdate::receivedAt).orElse(null),
					queue.undelivered()))
			.orElse(Standing.NOTHING);
	}

	/// The contact has seen that updates of the page were refused, and has answered.
	public void told(TenantId tenant, String contact, String page) {
		this.documents.change(tenant, contact, (queue) -> Change.of(queue.told(page, this.clock.instant())));
	}

	/// The contacts of a tenant for whom there is something to do now.
	List<String> due(TenantId tenant, int most) {
		Criteria due = Criteria.where("due").lte(this.clock.instant());
		return this.documents.find(tenant, due, Sort.by("due"), most).stream().map(Stored::id).toList();
	}

	/// Takes a contact's queue for oneself, until the lease ends at most.
	/// @return the queue, or nothing if another one works on it
	Optional<ContactQueue> lease(TenantId tenant, String contact) {
		List<ContactQueue> mine = new ArrayList<>(1);
		this.documents.change(tenant, contact, (queue) -> {
			mine.clear();
			Instant now = this.clock.instant();
			if (!queue.isFree(now)) {
				return Change.unchanged(queue);
			}
			ContactQueue leased = queue.lease(now.plus(this.lease));
			mine.add(leased);
			return Change.of(leased);
		});
		return mine.stream().findFirst();
	}

	ContactQueue delivered(TenantId tenant, String contact, WaitingUpdate update) {
		return this.documents
			.change(tenant, contact, (queue) -> Change.of(queue.delivered(update.key(), this.clock.instant())))
			.state();
	}

	/// Gives an update up, with the fact that says so, in one write.
	ContactQueue refused(TenantId tenant, String contact, WaitingUpdate update, String reason) {
		Instant now = this.clock.instant();
		UpdateUndeliverable body = new UpdateUndeliverable(update.page(), contact, update.link(), update.receivedAt(),
				now, reason, update.fields());
		OutgoingEvent event = new OutgoingEvent(UpdateUndeliverable.TOPIC, UpdateUndeliverable.TYPE, tenant, contact,
				ACTOR, body);
		return this.documents
			.changeOnce(tenant, contact, "refused:" + update.key(),
					(queue) -> Change.of(queue.refused(update, reason, now)).with(event))
			.stored()
			.state();
	}

	void postponed(TenantId tenant, String contact) {
		changeIfThere(tenant, contact, (queue) -> queue.postponed(this.clock.instant()));
	}

	/// @return the queue as it stands after one more failure of contact-service
	ContactQueue failed(TenantId tenant, String contact) {
		return this.documents.change(tenant, contact, (queue) -> Change.of(queue.failed(this.clock.instant()))).state();
	}

	void free(TenantId tenant, String contact) {
		changeIfThere(tenant, contact, ContactQueue::free);
	}

	void purge() {
		this.documents.purgeBefore("idleSince", this.clock.instant().minus(IDLE));
	}

	private void changeIfThere(TenantId tenant, String contact, java.util.function.UnaryOperator<ContactQueue> change) {
		try {
			this.documents.change(tenant, contact, (queue) -> Change.of(change.apply(queue)));
		}
		catch (NotFound purged) {
			// nothing waits any more
		}
	}

}
