package dev.insyn.notification.activity;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.insyn.notification.PageUse;
import dev.insyn.notification.Slice;
import dev.insyn.platform.errors.Problem;
import dev.insyn.platform.security.Caller;
import dev.insyn.platform.security.RequiredLevel;
import dev.insyn.platform.security.RequiredScope;
import dev.insyn.platform.security.UserCaller;
import dev.insyn.platform.store.Stored;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Activities as JSON, for CRM systems and users: the newest first, at most 200, of the caller's own tenant.
@RestController
@RequestMapping("/api/activities")
class ActivityController {

	private static final String READ = "activities.read";

	private static final String WRITE = "activities.write";

	private static final int MOST = 200;

	private final Activities activities;

	private final ChangingActivities changing;

	private final SealedWords words;

	private final Permissions permissions;

	ActivityController(Activities activities, ChangingActivities changing, SealedWords words, Permissions permissions) {
		this.activities = activities;
		this.changing = changing;
		this.words = words;
		this.permissions = permissions;
	}

	/// @param state `open` or `done`
	@GetMapping
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(READ)
	ActivityList all(Caller caller, @RequestParam(required = false) @Nullable String contact,
			@RequestParam(required = false) @Nullable String page,
			@RequestParam(required = false) @Nullable String assignee,
			@RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "50") int limit) {
		Boolean open = "open".equals(state) ? Boolean.TRUE : "done".equals(state) ? Boolean.FALSE : null;
		Activities.Wanted wanted = new Activities.Wanted(contact, page,
				(assignee != null) ? List.of(assignee) : List.of(), open, null, null);
		return new ActivityList(this.activities
			.slice(caller.tenant(), wanted, Slice.Place.read(Optional.empty()), Math.clamp(limit, 1, MOST))
			.rows()
			.stream()
			.map((stored) -> answer(caller, stored))
			.toList());
	}

	@GetMapping("/{id}")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(READ)
	ResponseEntity<ActivityAnswer> one(@PathVariable String id, Caller caller) {
		return tagged(caller, this.activities.get(caller.tenant(), id));
	}

	@PostMapping
	@RequiredLevel(RequiredLevel.SENDS)
	@RequiredScope(WRITE)
	ResponseEntity<ActivityAnswer> create(@RequestBody Wanted wanted, Caller caller) {
		NewActivity activity = NewActivity.read(wanted.contact(), wanted.type(), wanted.subject(), wanted.assignee(),
				wanted.due());
		String id = this.changing.create(caller.tenant(), activity, caller.actor());
		return ResponseEntity.created(URI.create("/api/activities/" + id))
			.body(answer(caller, this.activities.get(caller.tenant(), id)));
	}

	@PostMapping("/{id}/completion")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(WRITE)
	ResponseEntity<ActivityAnswer> complete(@PathVariable String id, Caller caller) {
		permit(caller, id);
		return tagged(caller, this.changing.complete(caller.tenant(), id, caller.actor()));
	}

	@DeleteMapping("/{id}/completion")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(WRITE)
	ResponseEntity<ActivityAnswer> reopen(@PathVariable String id, Caller caller) {
		permit(caller, id);
		return tagged(caller, this.changing.reopen(caller.tenant(), id, caller.actor()));
	}

	/// Assignee and day.
	@PutMapping("/{id}")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(WRITE)
	ResponseEntity<ActivityAnswer> plan(@PathVariable String id, @RequestBody Wanted wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		permit(caller, id);
		LocalDate due = NewActivity.day(wanted.assignee(), wanted.due());
		return tagged(caller, this.changing.plan(caller.tenant(), id, seen(ifMatch),
				String.valueOf(wanted.assignee()).strip(), due, caller.actor()));
	}

	@PostMapping("/{id}/comments")
	@RequiredLevel(RequiredLevel.READS)
	@RequiredScope(WRITE)
	ResponseEntity<ActivityAnswer> comment(@PathVariable String id, @RequestBody Said said, Caller caller) {
		permit(caller, id);
		return tagged(caller,
				this.changing.comment(caller.tenant(), id, NewActivity.comment(said.text()), caller.actor()));
	}

	private void permit(Caller caller, String id) {
		if (caller instanceof UserCaller user) {
			this.permissions.require(user, this.activities.get(user.tenant(), id).state());
		}
	}

	private static long seen(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank()) {
			throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "urn:insyn:problem:precondition-required",
					"Send the ETag of the version that you have seen as If-Match");
		}
		String tag = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
		return tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1;
	}

	private ResponseEntity<ActivityAnswer> tagged(Caller caller, Stored<Activity> stored) {
		return ResponseEntity.ok().eTag(String.valueOf(stored.state().revision())).body(answer(caller, stored));
	}

	private ActivityAnswer answer(Caller caller, Stored<Activity> stored) {
		Activity activity = stored.state();
		PageUse use = activity.use();
		Activity.Own own = activity.own();
		String subject = (own != null) ? this.words.open(caller.tenant(), stored.id(), own.words())
				: activity.subject();
		List<Comment> comments = activity.comments()
			.stream()
			.map((comment) -> new Comment(comment.at(), comment.by(),
					this.words.open(caller.tenant(), stored.id(), comment.words())))
			.toList();
		Activity.Done done = activity.done();
		return new ActivityAnswer(stored.id(), use.contact(), use.ofPage() ? use.page() : null, activity.type(),
				subject, activity.assignee(), activity.due(), activity.at(), use.ofPage() ? use.cause() : null,
				activity.isOpen() ? "open" : "done", (done != null) ? done.at() : null,
				(done != null) ? done.by() : null, comments.isEmpty() ? null : comments);
	}

	/// Some of them.
	record ActivityList(List<ActivityAnswer> activities) {
	}

	/// One of them.
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ActivityAnswer(String id, String contact, @Nullable String page, String type, String subject,
			String assignee, LocalDate due, Instant at, @Nullable String cause, String state, @Nullable Instant doneAt,
			@Nullable String doneBy, @Nullable List<Comment> comments) {

		@Override
		public String toString() {
			return "ActivityAnswer[" + this.id + "]";
		}

	}

	/// What somebody added.
	record Comment(Instant at, String by, String text) {

		@Override
		public String toString() {
			return "Comment[" + this.at + "]";
		}

	}

	/// An activity as somebody wants it.
	record Wanted(@Nullable String contact, @Nullable String type, @Nullable String subject, @Nullable String assignee,
			@Nullable String due) {

		@Override
		public String toString() {
			return "Wanted[]";
		}

	}

	/// A comment as somebody writes it.
	record Said(@Nullable String text) {

		@Override
		public String toString() {
			return "Said[]";
		}

	}

}
