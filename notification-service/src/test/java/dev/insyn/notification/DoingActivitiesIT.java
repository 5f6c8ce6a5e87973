package dev.insyn.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.insyn.events.ActivityCreated;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Users and programs do, plan, comment and write down activities.
class DoingActivitiesIT extends WholeService {

	private static final String WANTED = "{\"contact\":\"k3v5q7w2m4n6p7r2t4x6z2b4c6\",\"type\":\"call\","
			+ "\"subject\":\"%s\",\"assignee\":\"%s\",\"due\":\"%s\"}";

	/// A rule's activity, from the list to done; who may not is refused. Red without
	/// [Permissions].
	@Test
	void usersPlanCommentAndDoWhatThereIsToDo() {
		this.page.publish("nordcykel", KARIN);
		this.page.update("nordcykel", "phone");
		told(ActivityCreated.TYPE, 1);
		String detail = this.calls.screen("/admin/activities?state=open&contact=" + this.contact, 10)
			.select(".row-link")
			.attr("href");
		for (String act : List.of("/done", "/reopen", "/comment", "")) {
			assertThat(this.calls.post(detail + act, "somebody", 49, "text=x&version=1&assignee=a&due=2026-11-27")
				.status()).as(act).isEqualTo(403);
		}
		assertThat(this.calls.post(detail, "kim", 50, "version=1&assignee=karin@nordcykel.example&due=2030-01-02")
			.status()).isEqualTo(303);
		assertThat(this.calls.post(detail, "kim", 50, "version=1&assignee=kim@nordcykel.example&due=2030-01-03").body())
			.contains("Somebody else has planned this activity anew");
		assertThat(this.calls.post(detail + "/comment", "karin", 10, "text=Ringde+Bo,+inget+svar+%3Cscript%3Ealert(1)")
			.status()).as("it is for her").isEqualTo(303);
		assertThat(this.calls.post(detail + "/comment", "karin", 10, "text=+").status()).isEqualTo(422);
		assertThat(this.calls.post(detail + "/done", "karin", 10, "").status()).isEqualTo(303);
		assertThat(this.calls.post(detail + "/done", "kim", 50, "").status()).isEqualTo(303);

		String shown = this.calls.screen(detail, 10).html();
		assertThat(shown).contains("Karin ", "Ringde Bo, inget svar &lt;script&gt;").doesNotContain("<script>alert");
		assertThat(this.calls.screen("/admin/activities?state=open&contact=" + this.contact, 10).select(".row-link"))
			.isEmpty();
		assertThat(this.calls
			.screen("/admin/activities?state=done&assignee=karin@nordcykel.example&contact=" + this.contact, 10)
			.select(".row-link")).hasSize(1);
		told("activity.changed.v1", 2);
		assertThat(told("activity.completed.v1", 1)).singleElement().satisfies((event) -> {
			assertThat(event.headers()).containsEntry("ce_actor", "user:karin");
			assertThat(event.body()).doesNotContain("Ringde");
		});
		assertThat(stored("activities")).noneMatch((document) -> document.contains("Ringde"));
	}

	/// What is to be done comes by its day, also from one page of the list to the next.
	@Test
	void whatIsToBeDoneComesByItsDay() {
		String writer = this.tokens.client("nordcykel", "crm", "activities.write");
		String someone = "u" + UUID.randomUUID() + "@nordcykel.example";
		for (int number = 0; number < 60; number++) {
			LocalDate due = LocalDate.of(2030, 1, 1).plusDays(number * 7 % 20);
			this.calls.json("POST", "/api/activities", writer, WANTED.formatted("Nummer " + number, someone, due),
					null);
		}
		List<String> days = new ArrayList<>();
		String address = "/admin/activities?state=open&assignee=" + someone;
		Document first = this.calls.screen(address, 10);
		days.addAll(days(first));
		assertThat(days).hasSize(50);
		days.addAll(days(this.calls.screen(first.select(".table-foot a[href*=after=]").attr("href"), 10)));
		assertThat(days).hasSize(60).isSorted();
	}

	private static List<String> days(Document list) {
		return list.select("tbody tr td time")
			.eachAttr("datetime")
			.stream()
			.filter((at) -> at.startsWith("2030-01"))
			.toList();
	}

	@Test
	void programsWriteDownActivitiesOfTheirOwn() {
		String writer = this.tokens.client("nordcykel", "crm", "activities.read", "activities.write");
		String wanted = "{\"contact\":\"%s\",\"type\":\"call\",\"subject\":\"Ring Anna Svensson\",\"assignee\":\"karin@nordcykel.example\",\"due\":\"2030-01-02\"}"
			.formatted("k3v5q7w2m4n6p7r2t4x6z2b4c6");
		CallsForTests.Answer made = this.calls.json("POST", "/api/activities", writer, wanted, null);
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.body()).contains("Ring Anna Svensson", "\"state\":\"open\"").doesNotContain("\"page\"");
		String id = String.valueOf(this.json.readValue(made.body(), Map.class).get("id"));
		String one = "/api/activities/" + id;
		assertThat(this.calls
			.json("PUT", one, writer, "{\"assignee\":\"kim@nordcykel.example\",\"due\":\"2030-01-05\"}", "\"1\"")
			.status()).isEqualTo(200);
		assertThat(this.calls.json("PUT", one, writer, "{\"assignee\":\"x\",\"due\":\"2030-01-06\"}", "\"1\"").status())
			.isEqualTo(412);
		assertThat(this.calls.json("POST", one + "/comments", writer, "{\"text\":\"Klart\"}", null).body())
			.contains("Klart");
		assertThat(this.calls.json("POST", one + "/completion", writer, "", null).body())
			.contains("\"doneBy\":\"client:crm\"");
		assertThat(this.calls.json("DELETE", one + "/completion", writer, "", null).body())
			.contains("\"state\":\"open\"");
		assertThat(this.calls.json("POST", "/api/activities", writer, "{\"contact\":\"x\",\"due\":\"soon\"}", null)
			.status()).isEqualTo(422);
		String reader = this.tokens.client("nordcykel", "crm", "activities.read");
		assertThat(this.calls.json("POST", "/api/activities", reader, wanted, null).status()).isEqualTo(403);
		assertThat(this.calls.json("POST", one + "/completion", reader, "", null).status()).isEqualTo(403);
		assertThat(this.calls
			.json("POST", one + "/completion", this.tokens.client("fjordbok", "crm", "activities.write"), "", null)
			.status()).isEqualTo(404);
		assertThat(this.recording.ofType(ActivityCreated.TYPE)).noneMatch((event) -> event.body().contains("Svensson"));
		assertThat(stored("activities")).noneMatch((document) -> document.contains("Svensson"));
	}

}
