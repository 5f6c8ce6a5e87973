package dev.insyn.notification.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import dev.insyn.notification.PageUse;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.util.List;

/// Users and programs do activities, plan, comment and write down new ones. What two do at once is both done; only who
/// plans must have seen the plan that there was.
@Component
class ChangingActivities {

	private final Activities activities;

	private final SealedWords words;

	private final Clock clock = Clock.systemUTC();

	ChangingActivities(Activities activities, SealedWords words) {
		this.activities = activities;
		this.words = words;
	}

	/// @return the new activity's id
	String create(TenantId tenant, NewActivity wanted, Actor by) {
		String id = UUID.randomUUID().toString().replace("-", "");
		Instant now = this.clock.instant();
		Activity activity = new Activity(new PageUse(wanted.contact(), PageUse.NONE, List.of(), now, id), wanted.type(),
				wanted.type(), new Activity.Own(this.words.seal(tenant, id, wanted.subject())), wanted.assignee(),
				wanted.due(), now, null, List.of(), 1);
		this.activities.insert(tenant, id, activity, ActivityMessaging.created(tenant, id, activity, by));
		return id;
	}

	/// What is done stays done by who did it first.
	Stored<Activity> complete(TenantId tenant, String id, Actor by) {
		Instant now = this.clock.instant();
		return this.activities.change(tenant, id, (activity) -> {
			if (!activity.isOpen()) {
				return Change.unchanged(activity);
			}
			Activity done = activity.done(new Activity.Done(now, by.toString()));
			return Change.of(done).with(ActivityMessaging.completed(tenant, id, done, by, now));
		});
	}

	Stored<Activity> reopen(TenantId tenant, String id, Actor by) {
		return this.activities.change(tenant, id, (activity) -> {
			if (activity.isOpen()) {
				return Change.unchanged(activity);
			}
			Activity open = activity.done(null);
			return Change.of(open)
				.with(ActivityMessaging.changed(tenant, id, open, ActivityMessaging.REOPENED, by,
						this.clock.instant()));
		});
	}

	/// @param seen the revision that was seen
	/// @throws Problem 412 if somebody planned it otherwise meanwhile
	Stored<Activity> plan(TenantId tenant, String id, long seen, String assignee, LocalDate due, Actor by) {
		return this.activities.change(tenant, id, (activity) -> {
			if (activity.revision() != seen) {
				throw new Problem(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:precondition-failed",
						"Somebody changed this activity meanwhile");
			}
			if (activity.assignee().equals(assignee) && activity.due().equals(due)) {
				return Change.unchanged(activity);
			}
			Activity planned = activity.planned(assignee, due);
			return Change.of(planned)
				.with(ActivityMessaging.changed(tenant, id, planned, ActivityMessaging.PLANNED, by,
						this.clock.instant()));
		});
	}

	/// @throws Problem 409 if there are too many
	Stored<Activity> comment(TenantId tenant, String id, String text, Actor by) {
		Instant now = this.clock.instant();
		byte[] sealed = this.words.seal(tenant, id, text);
		return this.activities.change(tenant, id, (activity) -> {
			if (activity.comments().size() >= Activity.MOST_COMMENTS) {
				throw new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:too-many-comments",
						"An activity has at most " + Activity.MOST_COMMENTS + " comments");
			}
			Activity commented = activity.commented(new Activity.Comment(now, by.toString(), sealed));
			return Change.of(commented)
				.with(ActivityMessaging.changed(tenant, id, commented, ActivityMessaging.COMMENTED, by, now));
		});
	}

}
