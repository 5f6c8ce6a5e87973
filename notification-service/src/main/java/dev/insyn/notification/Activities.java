package dev.insyn.notification;

import java.time.Instant;
import java.util.List;

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
		this.documents = factory.of("activities", Activity.class).indexed("use.contact", "at");
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

	long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("at", limit);
	}

	static Criteria ofContact(@Nullable String contact) {
		return (contact != null) ? Criteria.where("use.contact").is(contact) : new Criteria();
	}

}
