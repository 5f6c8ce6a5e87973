package dev.insyn.notification.mailing;

import java.time.Instant;
import java.util.Map;

import dev.insyn.events.LandingPageArchived;
import dev.insyn.events.Topics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/// Templates that can't be sent, and those that two change at once.
class UnsoundTemplateIT extends MailingStory {

	/// Red when only what the template's words say is checked.
	@Test
	void refusesATemplateThatNobodyCouldUse() {
		know("anna", Map.of("first-name", "Anna"));
		tell(Topics.LANDING_PAGES, LandingPageArchived.TYPE, this.page,
				new LandingPageArchived(this.page, 1, Instant.now()));
		String template = template("service", "Hej {{contact.shoe-size}}", "_" + this.page + "_Här_ _P999998_Nej_");
		Awaitility.await()
			.untilAsserted(() -> assertThat(get("/api/templates/" + template).get("findings").toString())
				.contains("unknown-field", "contact.shoe-size", "archived-page", "unknown-page"));
		String mailing = create(template, "anna");
		assertThat(status(HttpMethod.POST, "/api/mailings/" + mailing + "/send", 50, "{}")).isEqualTo(422);
	}

	@Test
	void twoWhoChangeATemplateDoNotOverwriteEachOther() {
		String template = template("service", "Hej", "Hej");
		String body = this.json.writeValueAsString(Map.of("name", "Andra", "kind", "service", "words", Map.of()));
		String etag = entityTag(template);
		assertThat(put(template, body, etag)).isEqualTo(200);
		assertThat(put(template, body, etag)).as("it was changed since").isEqualTo(412);
		assertThat(put(template, body, null)).isEqualTo(428);
	}

}
