package dev.insyn.notification.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.insyn.notification.Slice;
import dev.insyn.pagekit.console.ConsoleUser;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What there is to do, in the console.
@Controller
@RequestMapping(path = ActivityScreens.ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
@RequiredLevel(RequiredLevel.READS)
class ActivityScreens {

	static final String ADDRESS = "/admin/activities";

	private static final int ROWS = 50;

	private final Activities activities;

	private final ChangingActivities changing;

	private final Permissions permissions;

	private final Digests digests;

	private final ActivityWords words;

	ActivityScreens(Activities activities, ChangingActivities changing, Permissions permissions, Digests digests,
			ActivityWords words) {
		this.activities = activities;
		this.changing = changing;
		this.permissions = permissions;
		this.digests = digests;
		this.words = words;
	}

	@GetMapping
	ResponseEntity<Content> list(UserCaller caller, ConsoleUser user, TableQuery query,
			@RequestParam(required = false) @Nullable String done) {
		Activities.Wanted wanted = wanted(caller, query);
		boolean toDo = Boolean.TRUE.equals(wanted.open()) || wanted.from() != null;
		Slice<Activity> slice = toDo
				? this.activities.byDay(caller.tenant(), wanted, Slice.Place.readFromOldest(query.after()), ROWS)
				: this.activities.slice(caller.tenant(), wanted, Slice.Place.read(query.after()), ROWS);
		Long total = query.narrowed() ? null : Long.valueOf(this.activities.count(caller.tenant()));
		return ResponseEntity.ok(new ActivityTable(this.words, caller, user).draw(slice, query, total, done));
	}

	@GetMapping("/new")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> blank(UserCaller caller, ConsoleUser user,
			@RequestParam(defaultValue = "") String contact) {
		Map<String, String> typed = Map.of("contact", contact, "type", "task", "due",
				this.words.today(caller).plusDays(1).toString());
		return ResponseEntity.ok(new ActivityForms(this.words, caller, user).blank(typed, Map.of()));
	}

	@PostMapping("/new")
	@RequiredLevel(RequiredLevel.SENDS)
	ResponseEntity<Content> create(UserCaller caller, ConsoleUser user, @RequestParam Map<String, String> form) {
		try {
			NewActivity wanted = NewActivity.read(form.get("contact"), form.get("type"), form.get("subject"),
					form.get("assignee"), form.get("due"));
			return on(ADDRESS + "/" + this.changing.create(caller.tenant(), wanted, caller.actor()),
					"activity.created");
		}
		catch (NewActivity.Invalid invalid) {
			return ResponseEntity.unprocessableContent()
				.body(new ActivityForms(this.words, caller, user).blank(form, invalid.wrong()));
		}
	}

	@GetMapping("/digest")
	ResponseEntity<Content> digest(UserCaller caller, ConsoleUser user) {
		return ResponseEntity.ok(new ActivityForms(this.words, caller, user)
			.digest(this.digests.wanted(caller.tenant(), caller.user())));
	}

	@PostMapping("/digest")
	ResponseEntity<Content> choose(UserCaller caller, @RequestParam(defaultValue = "false") boolean on) {
		this.digests.choose(caller.tenant(), caller.user(), on, caller.language());
		return on(ADDRESS, on ? "activity.digest-on" : "activity.digest-off");
	}

	@GetMapping("/{id}")
	ResponseEntity<Content> one(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam(required = false) @Nullable String done) {
		Stored<Activity> activity = this.activities.get(caller.tenant(), id);
		return ResponseEntity.ok(screen(caller, user, activity).draw(Map.of(), Map.of(), null, done));
	}

	@PostMapping("/{id}/{act:done|reopen}")
	ResponseEntity<Content> turn(UserCaller caller, @PathVariable String id, @PathVariable String act) {
		this.permissions.require(caller, this.activities.get(caller.tenant(), id).state());
		if (act.equals("done")) {
			this.changing.complete(caller.tenant(), id, caller.actor());
		}
		else {
			this.changing.reopen(caller.tenant(), id, caller.actor());
		}
		return on(ADDRESS + "/" + id, "activity." + act);
	}

	/// Assignee and day.
	@PostMapping("/{id}")
	ResponseEntity<Content> plan(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam Map<String, String> form, @RequestParam long version) {
		return change(caller, user, id, form, () -> {
			LocalDate due = NewActivity.day(form.get("assignee"), form.get("due"));
			this.changing.plan(caller.tenant(), id, version, String.valueOf(form.get("assignee")).strip(), due,
					caller.actor());
			return "activity.planned";
		});
	}

	@PostMapping("/{id}/comment")
	ResponseEntity<Content> comment(UserCaller caller, ConsoleUser user, @PathVariable String id,
			@RequestParam Map<String, String> form) {
		return change(caller, user, id, form, () -> {
			this.changing.comment(caller.tenant(), id, NewActivity.comment(form.get("text")), caller.actor());
			return "activity.commented";
		});
	}

	private ResponseEntity<Content> change(UserCaller caller, ConsoleUser user, String id, Map<String, String> form,
			Supplier<String> act) {
		this.permissions.require(caller, this.activities.get(caller.tenant(), id).state());
		try {
			return on(ADDRESS + "/" + id, act.get());
		}
		catch (NewActivity.Invalid invalid) {
			return ResponseEntity.unprocessableContent()
				.body(screen(caller, user, this.activities.get(caller.tenant(), id)).draw(form, invalid.wrong(), null,
						null));
		}
		catch (Problem problem) {
			if (problem.status() != HttpStatus.PRECONDITION_FAILED && problem.status() != HttpStatus.CONFLICT) {
				throw problem;
			}
			String why = (problem.status() == HttpStatus.CONFLICT) ? "activity.full" : "activity.changed-meanwhile";
			return ResponseEntity.unprocessableContent()
				.body(screen(caller, user, this.activities.get(caller.tenant(), id)).draw(form, Map.of(), why, null));
		}
	}

	private ActivityScreen screen(UserCaller caller, ConsoleUser user, Stored<Activity> activity) {
		return new ActivityScreen(this.words, caller, user, activity, this.permissions.may(caller, activity.state()));
	}

	/// The filters as they stand in the address.
	private Activities.Wanted wanted(UserCaller caller, TableQuery query) {
		LocalDate today = this.words.today(caller);
		String due = query.value("due").orElse("");
		Boolean open = query.value("state")
			.filter(List.of("open", "done")::contains)
			.map("open"::equals)
			.orElse(due.equals("overdue") ? Boolean.TRUE : null);
		Set<String> mine = query.value("mine").isPresent() ? this.permissions.names(caller) : Set.of();
		List<String> assignee = query.value("assignee").stream().toList();
		return new Activities.Wanted(query.value("contact").map(String::strip).orElse(null),
				query.value("page").map((page) -> page.strip().toUpperCase(Locale.ROOT)).orElse(null),
				mine.isEmpty() ? assignee : mine, open,
				due.equals("today") ? today : due.equals("upcoming") ? today.plusDays(1) : null,
				due.equals("today") ? today : due.equals("overdue") ? today.minusDays(1) : null);
	}

	private static ResponseEntity<Content> on(String address, String done) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address + "?done=" + done).build();
	}

}
