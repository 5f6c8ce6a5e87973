package dev.insyn.stack.crm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

import dev.insyn.events.ActivityCompleted;
import dev.insyn.events.ActivityCreated;
import dev.insyn.events.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A task list that is kept by the samples of the event contracts, as any CRM may keep its own.
class TaskListTests {

	private final TaskList tasks = new TaskList();

	@Test
	void isKeptByWhatIsToldOfActivities() throws IOException {
		tell("activity.created.v1");
		assertThat(this.tasks.all()).singleElement().satisfies((task) -> {
			assertThat(task.subject()).isEqualTo("Uppdaterade kunduppgifter");
			assertThat(task.due()).isEqualTo("2026-11-24");
			assertThat(task.doneAt()).isNull();
		});
		tell("activity.changed.v1");
		assertThat(this.tasks.all()).singleElement()
			.satisfies((task) -> assertThat(task.due()).isEqualTo("2026-11-27"));
		tell("activity.completed.v1");
		assertThat(this.tasks.all()).singleElement().satisfies((task) -> {
			assertThat(task.doneAt()).isEqualTo("2026-11-23T08:15:00Z");
			assertThat(task.doneBy()).isEqualTo("user:karin");
		});
	}

	/// Delivery is at least once.
	@Test
	void takesAnEventThatComesAgainForWhatItIs() throws IOException {
		tell("activity.created.v1");
		tell("activity.completed.v1");
		tell("activity.created.v1");
		tell("activity.completed.v1");
		assertThat(this.tasks.all()).singleElement().satisfies((task) -> assertThat(task.doneAt()).isNotNull());
	}

	@Test
	void passesOverWhatItDoesNotKnow() throws IOException {
		tell("activity.completed.v1");
		this.tasks.take(new ReceivedEvent(1, Topics.NOTIFICATIONS, 0, 0, "activity.archived.v9", "nordcykel", "x",
				"user:karin", Instant.EPOCH, "{\"activity\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
		assertThat(this.tasks.all()).isEmpty();
	}

	private void tell(String type) throws IOException {
		Class<?> contracts = type.equals(ActivityCompleted.TYPE) ? ActivityCompleted.class : ActivityCreated.class;
		try (var sample = Objects.requireNonNull(contracts.getResourceAsStream("/samples/" + type + ".json"))) {
			this.tasks.take(new ReceivedEvent(1, Topics.NOTIFICATIONS, 0, 0, type, "nordcykel", "x", "user:karin",
					Instant.EPOCH, sample.readAllBytes()));
		}
	}

}
