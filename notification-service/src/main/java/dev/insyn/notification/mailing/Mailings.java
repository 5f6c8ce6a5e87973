package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.insyn.notification.Slice;
import dev.insyn.notification.template.MailTemplate;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The tenants' mailings, and the words of each as they were when it began.
@Component
class Mailings {

	private final TenantDocuments<Mailing> documents;

	private final TenantDocuments<MailTemplate> frozen;

	Mailings(TenantDocumentsFactory factory) {
		this.documents = factory.of("mailings", Mailing.class).indexed("dates.created", "work.next");
		this.frozen = factory.of("mailing_words", MailTemplate.class);
	}

	Stored<Mailing> add(TenantId tenant, Mailing mailing) {
		return this.documents.insert(tenant, UUID.randomUUID().toString().replace("-", "").substring(0, 20),
				Change.of(mailing));
	}

	Optional<Stored<Mailing>> find(TenantId tenant, String id) {
		return this.documents.find(tenant, id);
	}

	Stored<Mailing> change(TenantId tenant, String id, Function<Mailing, Change<Mailing>> act) {
		return this.documents.change(tenant, id, act);
	}

	/// As [#change], but an effect that was had before is not had again.
	void changeOnce(TenantId tenant, String id, String effect, Function<Mailing, Change<Mailing>> act) {
		this.documents.changeOnce(tenant, id, effect, act);
	}

	boolean delete(TenantId tenant, String id) {
		return this.documents.delete(tenant, id);
	}

	/// The newest first.
	Slice<Mailing> slice(TenantId tenant, Slice.Place place, int size) {
		List<Stored<Mailing>> found = this.documents.find(tenant, Criteria.where("dates.created").lte(place.time()),
				Sort.by(Sort.Direction.DESC, "dates.created"), size + place.shown() + 1);
		return Slice.of(found, place, size, (mailing) -> mailing.dates().created());
	}

	long count(TenantId tenant) {
		return this.documents.count(tenant, new Criteria());
	}

	/// Those that somebody should look after now.
	List<Stored<Mailing>> due(TenantId tenant, Instant now) {
		return this.documents.find(tenant, Criteria.where("work.next").lte(now), Sort.by("work.next"), 20);
	}

	/// Takes a draft that is due, so that of several instances one looks through its
	/// audience.
	Optional<Stored<Mailing>> takeDraft(Stored<Mailing> seen, String run, Instant until, Instant now) {
		AtomicBoolean taken = new AtomicBoolean();
		Stored<Mailing> mine = this.documents.change(seen.tenant(), seen.id(), (mailing) -> {
			taken.set(mailing.isDraft() && mailing.isDue(now));
			return taken.get() ? Change.of(mailing.lookedAt(run, until)) : Change.unchanged(mailing);
		});
		return taken.get() ? Optional.of(mine) : Optional.empty();
	}

	/// Begins a mailing whose time has come, or joins the instances that send it.
	Optional<Stored<Mailing>> join(Stored<Mailing> seen, Instant now) {
		AtomicBoolean joined = new AtomicBoolean();
		Stored<Mailing> mine = this.documents.change(seen.tenant(), seen.id(), (mailing) -> {
			boolean starts = mailing.status() == Mailing.Status.SCHEDULED;
			joined.set((starts || mailing.isSending()) && mailing.isDue(now));
			return (joined.get() && (starts || mailing.work().trouble() != null)) ? Change.of(mailing.begun(now))
					: Change.unchanged(mailing);
		});
		return joined.get() ? Optional.of(mine) : Optional.empty();
	}

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("dates.ended", limit);
	}

	/// The words as they were when the mailing began, whatever became of the template
	/// since.
	MailTemplate words(TenantId tenant, String mailing, MailTemplate now) {
		return this.frozen
			.upsertOnce(tenant, mailing, "frozen",
					(known) -> known.map(Change::unchanged).orElseGet(() -> Change.of(now)))
			.stored()
			.state();
	}

	Optional<MailTemplate> words(TenantId tenant, String mailing) {
		return this.frozen.find(tenant, mailing).map(Stored::state);
	}

}
