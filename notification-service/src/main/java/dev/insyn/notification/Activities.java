package dev.insyn.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

/// The activities that page uses have created.
@Component
class Activities {

	private final TenantDocuments<Activity> documents;

	Activities(TenantDocumentsFactory factory) {
		this.documents = factory.of("activities", Activity.class).indexed("use.contact", "at", "due");
	}

	/// One event makes one activity, however often it is delivered.
	void create(TenantId tenant, Activity activity) {
		String id = StableId.of("activity", activity.use().cause());
		try {
			this.documents.insert(tenant, id,
					Change.of(activity).with(OutgoingMessaging.activityCreated(tenant, id, activity)));
		}
		catch (AlreadyExists createdBefore) {
			// That is what the stable id is for.
		}
	}

	/// The newest first; of one contact, or of all.
	List<Stored<Activity>> list(TenantId tenant, @Nullable String contact, int limit) {
		return this.documents.find(tenant, ofContact(contact), Sort.by(Sort.Direction.DESC, "at"), limit);
	}

	Optional<Activity> find(TenantId tenant, String id) {
		return this.documents.find(tenant, id).map(Stored::state);
	}

	/// @param due whether they are still to be done by then or are over it; null: either
	Slice<Activity> slice(TenantId tenant, @Nullable String contact, @Nullable Due due, Slice.Place place, int size) {
		Criteria wanted = newestFirst("at", contact, place);
		if (due != null) {
			wanted = due.of(wanted.and("due"));
		}
		List<Stored<Activity>> found = this.documents.find(tenant, wanted, Sort.by(Sort.Direction.DESC, "at"),
				size + place.shown() + 1);
		return Slice.of(found, place, size, Activity::at);
	}

	long count(TenantId tenant) {
		return this.documents.count(tenant, new Criteria());
	}

	/// The day by which it is to be done, seen from today.
	record Due(LocalDate today, boolean over) {

		Criteria of(Criteria due) {
			return this.over ? due.lt(this.today) : due.gte(this.today);
		}

	}

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("at", limit);
	}

	/// What begins at a place of the list.
	static Criteria newestFirst(String time, @Nullable String contact, Slice.Place place) {
		Criteria wanted = Criteria.where(time).lte(place.time());
		return (contact != null) ? wanted.and("use.contact").is(contact) : wanted;
	}

	static Criteria ofContact(@Nullable String contact) {
		return (contact != null) ? Criteria.where("use.contact").is(contact) : new Criteria();
	}

}
