package dev.insyn.notification.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import dev.insyn.notification.Slice;
import dev.insyn.notification.StableId;
import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.platform.store.AlreadyExists;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.store.NotFound;
import dev.insyn.platform.store.Stored;
import dev.insyn.platform.store.TenantDocuments;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All activities, to be done and done.
@Component
public class Activities {

	private final TenantDocuments<Activity> documents;

	Activities(TenantDocumentsFactory factory) {
		this.documents = factory.of("activities", Activity.class).indexed("use.contact", "at", "due", "assignee");
	}

	/// One event makes one activity, however often it is delivered.
	public void create(TenantId tenant, Activity activity) {
		String id = StableId.of("activity", activity.use().cause());
		try {
			insert(tenant, id, activity, ActivityMessaging.created(tenant, id, activity));
		}
		catch (AlreadyExists createdBefore) {
			// That is what the stable id is for.
		}
	}

	void insert(TenantId tenant, String id, Activity activity, OutgoingEvent told) {
		this.documents.insert(tenant, id, Change.of(activity).with(told));
	}

	/// @param act gives the next state with what is told of it; an unchanged state
	/// without events isn't written
	/// @throws NoSuchActivity if the tenant has none with this id
	Stored<Activity> change(TenantId tenant, String id, Function<Activity, Change<Activity>> act) {
		try {
			return this.documents.change(tenant, id, act);
		}
		catch (NotFound none) {
			throw new NoSuchActivity();
		}
	}

	/// @throws NoSuchActivity if the tenant has none with this id
	Stored<Activity> get(TenantId tenant, String id) {
		return this.documents.find(tenant, id).orElseThrow(NoSuchActivity::new);
	}

	/// The newest first.
	Slice<Activity> slice(TenantId tenant, Wanted wanted, Slice.Place place, int size) {
		Criteria criteria = wanted.on(Criteria.where("at").lte(place.time()));
		List<Stored<Activity>> found = this.documents.find(tenant, criteria, Sort.by(Sort.Direction.DESC, "at"),
				size + place.shown() + 1);
		return Slice.of(found, place, size, Activity::at);
	}

	/// The one that is due first on top.
	Slice<Activity> byDay(TenantId tenant, Wanted wanted, Slice.Place place, int size) {
		LocalDate day = LocalDate.ofInstant(place.time(), ZoneOffset.UTC);
		List<Stored<Activity>> found = this.documents.find(tenant, wanted.notBefore(day).on(new Criteria()),
				Sort.by("due").and(Sort.by("at")), size + place.shown() + 1);
		return Slice.of(found, place, size, (activity) -> activity.due().atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	/// What is due by a day or before and not done, the longest due first.
	List<Stored<Activity>> due(TenantId tenant, Collection<String> assignees, LocalDate day, int limit) {
		return this.documents.find(tenant,
				Criteria.where("due").lte(day).and("assignee").in(assignees).and("done").exists(false), Sort.by("due"),
				limit);
	}

	long count(TenantId tenant) {
		return this.documents.count(tenant, new Criteria());
	}

	public long purgeBefore(Instant limit) {
		return this.documents.purgeBefore("at", limit);
	}

	/// Which of them.
	///
	/// @param assignees whose; empty: anybody's
	/// @param open whether they are to be done; null: either
	/// @param from the first day by which they may be due; null: any
	/// @param until the last one; null: any
	record Wanted(@Nullable String contact, @Nullable String page, Collection<String> assignees, @Nullable Boolean open,
			@Nullable LocalDate from, @Nullable LocalDate until) {

		static final Wanted ALL = new Wanted(null, null, List.of(), null, null, null);

		static Wanted of(@Nullable String contact) {
			return new Wanted(contact, null, List.of(), null, null, null);
		}

		Wanted notBefore(LocalDate day) {
			return new Wanted(this.contact, this.page, this.assignees, this.open,
					(this.from != null && this.from.isAfter(day)) ? this.from : day, this.until);
		}

		private Criteria on(Criteria base) {
			Criteria wanted = base;
			wanted = (this.contact != null) ? wanted.and("use.contact").is(this.contact) : wanted;
			wanted = (this.page != null) ? wanted.and("use.page").is(this.page) : wanted;
			wanted = this.assignees.isEmpty() ? wanted : wanted.and("assignee").in(this.assignees);
			wanted = (this.open != null) ? wanted.and("done").exists(!this.open) : wanted;
			if (this.from == null && this.until == null) {
				return wanted;
			}
			wanted = wanted.and("due");
			wanted = (this.from != null) ? wanted.gte(this.from) : wanted;
			return (this.until != null) ? wanted.lte(this.until) : wanted;
		}

	}

}
