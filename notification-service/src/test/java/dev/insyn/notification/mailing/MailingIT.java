package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.EmailSent;
import dev.insyn.events.LinkOpened;
import dev.insyn.events.MailingFinished;
import dev.insyn.events.MailingStarted;
import dev.insyn.events.Origin;
import dev.insyn.events.Topics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/// A mailing from its template to who answered, with a real broker, a real database protocol, and a mail server with moods.
class MailingIT extends MailingStory {

	@Test
	void sendsEachContactItsOwnLinkInItsOwnLanguage() {
		know("anna", Map.of("first-name", "Anna", "language", "sv"));
		know("john", Map.of("first-name", "John", "language", "en"));
		know("nameless", Map.of("language", "de"));
		String mailing = send("service", "anna", "john", "nameless");
		assertThat(over(mailing).get("results").get("sent").asInt()).isEqualTo(3);
		assertThat(mailTo("anna")).contains("Subject: Hej Anna", "Hej Anna!", "/l/" + id("anna") + "-" + this.page,
				"Karin Åberg hos Nordcykel AB", "kundservice@nordcykel.example");
		assertThat(mailTo("john")).contains("Subject: Hi John", "Edit data:\n", "/l/" + id("john") + "-" + this.page);
		assertThat(mailTo("nameless")).as("the tenant's first language, and the fallback").contains("Subject: Hej du");
		assertThat(neighbours.issued()).contains(this.page + " " + id("anna") + " " + mailing);
		assertThat(told(EmailSent.TYPE, 3)).allMatch((body) -> body.contains("\"mailing\":\"" + mailing));
		assertThat(told(MailingStarted.TYPE, 1)).singleElement().asString().contains(this.page, "\"contacts\"");
		assertThat(told(MailingFinished.TYPE, 1)).singleElement().asString().contains("\"sent\":3");
	}

	/// Red when refusals are not looked at again when it is the contact's turn.
	@Test
	void leavesOutWhoMayNotOrCantGetItAndSaysWhy() {
		know("anna", Map.of("first-name", "Anna"));
		know("objected", Map.of("refused", "objected"));
		know("restricted", Map.of("refused", "restricted"));
		know("homeless", Map.of("refused", "no-address"));
		String template = template("marketing", "Hej {{contact.first-name}}", "Ring {{contact.phone}}?");
		know("silent", Map.of("phone", "070"));
		String mailing = create(template, "anna", "objected", "restricted", "homeless", "silent", "gone");
		JsonNode outlook = awaitOutlook(mailing);
		assertThat(outlook.get("gets").asInt()).as("neither Anna's phone nor the silent one's name are known").isZero();
		assertThat(outlook.get("leftOut").get("no-value").get("details").toString()).contains("contact.phone",
				"contact.first-name");
		know("anna", Map.of("first-name", "Anna", "phone", "070-123 45 67"));
		post("/api/mailings/" + mailing + "/send", "{}");
		JsonNode results = over(mailing).get("results");
		assertThat(results.get("sent").asInt()).isEqualTo(1);
		assertThat(results.get("leftOut").asInt()).isEqualTo(5);
		assertThat(recipients(mailing, "left-out")).extracting((one) -> one.get("reason").stringValue())
			.containsExactlyInAnyOrder("objected", "restricted", "no-address", "no-value", "gone");
	}

	@Test
	void showsWhoAnsweredAndRemindsTheOthers() {
		know("anna", Map.of("first-name", "Anna"));
		know("bo", Map.of("first-name", "Bo"));
		know("cia", Map.of("first-name", "Cia"));
		String mailing = send("service", "anna", "bo", "cia");
		over(mailing);
		tell(Topics.LINKS, LinkOpened.TYPE, "bo",
				new LinkOpened("l", id("bo"), this.page, Instant.now(), "s", mailing));
		tell(Topics.CONTACTS, ContactDataUpdated.TYPE, "anna", new ContactDataUpdated(id("anna"), null, 2,
				Instant.now(), Origin.page(this.page, 1, "l"), List.of("phone"), "key", "sealed", null));
		Awaitility.await().untilAsserted(() -> {
			assertThat(recipients(mailing, "updated")).extracting((one) -> one.get("contact").stringValue())
				.containsExactly(id("anna"));
			assertThat(recipients(mailing, "opened")).hasSize(1);
			assertThat(recipients(mailing, "none")).hasSize(1);
		});
		String reminder = post("/api/mailings",
				this.json
					.writeValueAsString(Map.of("template", template("service", "Igen", "Hej"), "unanswered", mailing)))
			.get("id")
			.stringValue();
		awaitOutlook(reminder);
		tell(Topics.CONTACTS, ContactDataUpdated.TYPE, "bo", new ContactDataUpdated(id("bo"), null, 2, Instant.now(),
				Origin.page(this.page, 1, "l"), List.of("phone"), "key", "sealed", null));
		Awaitility.await().untilAsserted(() -> assertThat(recipients(mailing, "updated")).hasSize(2));
		post("/api/mailings/" + reminder + "/send", "{}");
		assertThat(over(reminder).get("results").get("sent").asInt()).as("Bo answered in between").isEqualTo(1);
		assertThat(recipients(reminder, "")).extracting((one) -> one.get("contact").stringValue())
			.containsExactly(id("cia"));
	}

	@Test
	void sendsNoneTwiceHoweverOftenAContactStandsInTheAudience() {
		know("anna", Map.of("first-name", "Anna"));
		List<String> names = new ArrayList<>(List.of("anna"));
		IntStream.range(0, 400).forEach((number) -> names.add((number % 200 == 0) ? "anna" : "nobody" + number));
		String mailing = segmentMailing(names);
		JsonNode results = over(mailing).get("results");
		assertThat(results.get("sent").asInt()).isEqualTo(1);
		assertThat(mailsTo("anna")).hasSize(1);
	}

	@Test
	void screensShowItFromTheTemplateToTheAnswers() {
		know("anna", Map.of("first-name", "Anna"));
		String mailing = send("service", "anna");
		over(mailing);
		assertThat(screen("/admin/mailings").select("tbody tr").text()).contains("Sent");
		assertThat(screen("/admin/mailings/" + mailing).select(".facts").text()).contains("Sent", "Not yet");
		assertThat(screen("/admin/mailings/" + mailing + "/recipients?state=none").select("tbody tr").text())
			.contains("Anna", "Not yet");
		assertThat(screen("/admin/mailings/new").select("option").text()).contains("Segment");
		String template = get("/api/mailings/" + mailing).get("template").stringValue();
		org.jsoup.nodes.Document editor = screen("/admin/templates/" + template);
		assertThat(editor.select("optgroup").eachAttr("label").getLast()).as("the pages come last")
			.isEqualTo("Landing pages");
		assertThat(editor.select("iframe").hasAttr("sandbox")).isTrue();
		assertThat(screen("/admin/templates/" + template + "/preview?contact=" + id("anna")).text())
			.contains("Hej Anna!");
	}

	/// Red without `@RequiredLevel`, and with a document read without its tenant.
	@Test
	void asksForALevelAndShowsATenantItsOwn() {
		know("anna", Map.of("first-name", "Anna"));
		String template = template("service", "Hej", "Hej");
		String mailing = create(template, "anna");
		for (String path : List.of("/admin/mailings", "/admin/templates", "/admin/mailings/" + mailing,
				"/api/mailings/" + mailing, "/api/templates")) {
			assertThat(status(HttpMethod.GET, path, 9, null)).as(path).isEqualTo(403);
			assertThat(status(HttpMethod.GET, path, 10, null)).as(path).isEqualTo(200);
		}
		for (String path : List.of("/api/mailings/" + mailing + "/send", "/api/templates")) {
			assertThat(status(HttpMethod.POST, path, 49, "{}")).as(path).isEqualTo(403);
		}
		for (String path : List.of("/admin/mailings/" + mailing, "/api/mailings/" + mailing,
				"/admin/templates/" + template, "/admin/templates/" + template + "/preview")) {
			assertThat(exchange(HttpMethod.GET, path, this.tokens.user("fjordbok", "kari", 99), null)).as(path)
				.isEqualTo(404);
		}
	}

}
