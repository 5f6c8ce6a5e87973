package dev.insyn.notification.activity;

import java.time.Instant;

import dev.insyn.events.ActivityChanged;
import dev.insyn.events.ActivityCompleted;
import dev.insyn.events.ActivityCreated;
import dev.insyn.events.Topics;
import dev.insyn.notification.PageUse;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// What happens to activities, for the CRM's own task list. What users write is not told. The key is the contact, so that
/// what happened about one keeps its order.
final class ActivityMessaging {

	static final String REOPENED = ActivityChanged.REOPENED;

	static final String PLANNED = ActivityChanged.PLANNED;

	static final String COMMENTED = ActivityChanged.COMMENTED;

	private static final Actor ITSELF = Actor.system("notification-service");

	private ActivityMessaging() {
	}

	/// A page's rule asked for it.
	static OutgoingEvent created(TenantId tenant, String id, Activity activity) {
		return created(tenant, id, activity, ITSELF);
	}

	/// Somebody wrote it down; its words are not told, so its subject is its type.
	static OutgoingEvent created(TenantId tenant, String id, Activity activity, Actor by) {
		PageUse use = activity.use();
		return fact(ActivityCreated.TYPE, tenant, id, use, by,
				new ActivityCreated(id, use.contact(), page(use), activity.type(), activity.subject(),
						activity.assignee(), activity.due(), activity.at(), use.ofPage() ? use.cause() : null));
	}

	static OutgoingEvent completed(TenantId tenant, String id, Activity activity, Actor by, Instant at) {
		PageUse use = activity.use();
		return fact(ActivityCompleted.TYPE, tenant, id, use, by,
				new ActivityCompleted(id, use.contact(), page(use), activity.assignee(), at));
	}

	/// @param change one of the words of [ActivityChanged]
	static OutgoingEvent changed(TenantId tenant, String id, Activity activity, String change, Actor by, Instant at) {
		PageUse use = activity.use();
		return fact(ActivityChanged.TYPE, tenant, id, use, by,
				new ActivityChanged(id, use.contact(), page(use), change, activity.assignee(), activity.due(), at));
	}

	private static @Nullable String page(PageUse use) {
		return use.ofPage() ? use.page() : null;
	}

	private static OutgoingEvent fact(String type, TenantId tenant, String subject, PageUse use, Actor by,
			Object body) {
		return new OutgoingEvent(Topics.NOTIFICATIONS, type, tenant, subject, tenant + ":" + use.contact(), by, body);
	}

}
