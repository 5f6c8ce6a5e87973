package dev.insyn.notification.mailing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.insyn.events.EmailFailed;
import dev.insyn.events.MailingFinished;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// What a mailing does when the mail server, its neighbours or its users will have it otherwise.
@ExtendWith(OutputCaptureExtension.class)
class MailingTroubleIT extends MailingStory {

	@Test
	void triesAgainOnlyWhatTheServerCertainlyDidNotTake(CapturedOutput log) {
		know("anna", Map.of("first-name", "Anna"));
		know("refused", Map.of("first-name", "Rut"));
		know("dropped", Map.of("first-name", "Disa"));
		know("deferred", Map.of("first-name", "Dag"));
		String mailing = send("service", "anna", "refused", "dropped", "deferred");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(recipients(mailing, "waiting")).singleElement()
				.satisfies((one) -> assertThat(one.get("attempts").asInt()).isGreaterThan(1)));
		know("deferred", Map.of("first-name", "Dag", "email", "dag-" + this.test + "@kund.example"));
		JsonNode results = over(mailing).get("results");
		assertThat(results.get("sent").asInt()).isEqualTo(2);
		assertThat(recipients(mailing, "failed")).hasSize(2).anySatisfy((one) -> {
			assertThat(one.get("reason").stringValue()).isEqualTo("recipient-refused");
			assertThat(one.get("words").stringValue())
				.contains("550 5.1.1", "Recipient address rejected: no mailbox of that name here")
				.doesNotContain("@", this.test);
		}).anySatisfy((one) -> assertThat(one.get("reason").stringValue()).isEqualTo("outcome-unknown"));
		assertThat(told(EmailFailed.TYPE, 2)).hasSize(2);
		assertThat(log).doesNotContain("kund.example").doesNotContain("Rut");
	}

	@Test
	void pausesGoesOnAndEndsWhenItIsTold() {
		List<String> names = IntStream.range(0, 240).mapToObj((number) -> "many" + number).toList();
		names.forEach((name) -> know(name, Map.of("first-name", name)));
		mailServer.thinks(Duration.ofMillis(60));
		String mailing = segmentMailing(names);
		Awaitility.await().until(() -> sent(mailing) > 0);
		post("/api/mailings/" + mailing + "/pause", "");
		int paused = Awaitility.await()
			.during(Duration.ofMillis(600))
			.atMost(Duration.ofSeconds(20))
			.until(() -> sent(mailing), (count) -> count == sent(mailing));
		assertThat(paused).isBetween(1, 239);
		post("/api/mailings/" + mailing + "/resume", "");
		Awaitility.await().until(() -> sent(mailing) > paused);
		post("/api/mailings/" + mailing + "/cancel", "");
		assertThat(get("/api/mailings/" + mailing).get("status").stringValue()).isEqualTo("cancelled");
		assertThat(told(MailingFinished.TYPE, 1)).singleElement().asString().contains("cancelled");
	}

	@Test
	void waitsForTheMailServerAndForItsNeighbours() {
		know("anna", Map.of("first-name", "Anna"));
		mailServer.leaves();
		String mailing;
		try {
			mailing = send("service", "anna");
			Awaitility.await()
				.untilAsserted(() -> assertThat(get("/api/mailings/" + mailing).path("trouble").asString(""))
					.isIn("mail-server-away", "recipients-deferred"));
			neighbours.areAway(true);
		}
		finally {
			mailServer.returns();
		}
		neighbours.areAway(false);
		assertThat(over(mailing).get("results").get("sent").asInt()).isEqualTo(1);
	}

	@Test
	void stopsItselfWhenAPageTakesNoMoreLinksAndGoesOnWhenSomebodyHasMendedIt() {
		know("anna", Map.of("first-name", "Anna"));
		neighbours.close(true);
		String mailing = send("service", "anna");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(get("/api/mailings/" + mailing).get("status").stringValue()).isEqualTo("paused"));
		assertThat(get("/api/mailings/" + mailing).get("trouble").stringValue()).isEqualTo("page-closed");
		neighbours.close(false);
		post("/api/mailings/" + mailing + "/resume", "");
		over(mailing);
	}

}
