package dev.insyn.stack.crm;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.events.ActivityChanged;
import dev.insyn.events.ActivityCompleted;
import dev.insyn.events.ActivityCreated;
import dev.insyn.events.Topics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The companies' own task lists, kept by what is told of activities: an event that comes twice changes nothing, and those
/// of one contact come in order.
public final class TaskList {

	private static final int KEPT = 200;

	private final Map<String, Task> tasks = new LinkedHashMap<>();

	void take(ReceivedEvent event) {
		if (!event.topic().equals(Topics.NOTIFICATIONS) || !event.type().startsWith("activity.")) {
			return;
		}
		JsonNode told = event.json();
		String id = told.path("activity").asString();
		synchronized (this.tasks) {
			Task before = this.tasks.get(id);
			Task after = after(event, told, before);
			if (after != null) {
				this.tasks.put(id, after);
			}
			if (this.tasks.size() > KEPT) {
				this.tasks.remove(this.tasks.keySet().iterator().next());
			}
		}
	}

	/// What is to be done first, the longest due on top.
	public List<Task> all() {
		synchronized (this.tasks) {
			Collection<Task> now = List.copyOf(this.tasks.values());
			return now.stream()
				.sorted(Comparator.comparing((Task task) -> task.doneAt() != null).thenComparing(Task::due))
				.toList();
		}
	}

	/// A type that isn't known changes nothing.
	private static @Nullable Task after(ReceivedEvent event, JsonNode told, @Nullable Task before) {
		return switch (event.type()) {
			case ActivityCreated.TYPE -> (before != null) ? before : Task.of(event, told);
			case ActivityChanged.TYPE -> (before != null) ? before.changed(told) : null;
			case ActivityCompleted.TYPE -> (before != null) ? before.done(event, told) : null;
			default -> before;
		};
	}

	/// Something to do.
	///
	/// @param page whose use asked for it; empty where somebody wrote it down
	/// @param doneAt null while it is to be done
	/// @param doneBy who did it, as the event names the actor
	public record Task(String tenant, String activity, String contact, String page, String type, String subject,
			String assignee, String due, @Nullable Instant doneAt, @Nullable String doneBy) {

		static Task of(ReceivedEvent event, JsonNode told) {
			return new Task(event.tenant(), told.path("activity").asString(), told.path("contact").asString(),
					told.path("page").asString(""), told.path("type").asString(), told.path("subject").asString(),
					told.path("assignee").asString(), told.path("due").asString(), null, null);
		}

		Task changed(JsonNode told) {
			boolean reopened = ActivityChanged.REOPENED.equals(told.path("change").asString());
			return new Task(this.tenant, this.activity, this.contact, this.page, this.type, this.subject,
					told.path("assignee").asString(), told.path("due").asString(), reopened ? null : this.doneAt,
					reopened ? null : this.doneBy);
		}

		Task done(ReceivedEvent event, JsonNode told) {
			return new Task(this.tenant, this.activity, this.contact, this.page, this.type, this.subject, this.assignee,
					this.due, Instant.parse(told.path("at").asString()), event.actor());
		}

	}

}
