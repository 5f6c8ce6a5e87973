package dev.insyn.notification.mailing;

import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/// Contacts who want no more marketing say so in the mail itself.
class ObjectingIT extends MailingStory {

	@Test
	void saysHowToStopMarketingAndNothingOfItInServiceMail() throws Exception {
		know("anna", Map.of("first-name", "Anna"));
		over(send("service", "anna"));
		assertThat(message("anna").getHeader("List-Unsubscribe")).isNull();
		assertThat(mailTo("anna")).doesNotContain("/unsubscribe/");
		know("bo", Map.of("first-name", "Bo"));
		over(send("marketing", "bo"));
		assertThat(message("bo").getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String address = message("bo").getHeader("List-Unsubscribe")[0];
		assertThat(address).matches("<http://localhost:8080/unsubscribe/[A-Za-z0-9_-]{80,300}>");
		String path = address.substring("<http://localhost:8080".length(), address.length() - 1);
		assertThat(mailTo("bo")).contains(path);

		assertThat(anonymous(HttpMethod.GET, path, null)).isEqualTo(200);
		assertThat(neighbours.objections()).as("looking changes nothing").doesNotContain(id("bo"));
		assertThat(anonymous(HttpMethod.POST, path, "List-Unsubscribe=One-Click")).isEqualTo(200);
		assertThat(neighbours.objections()).contains(id("bo"));
		assertThat(anonymous(HttpMethod.POST, path.substring(0, path.length() - 2) + "AA", "x")).isEqualTo(404);
		assertThat(over(send("marketing", "bo")).get("results").get("leftOut").asInt()).isEqualTo(1);
	}

	/// Red when an objection is only passed on.
	@Test
	void losesNoObjectionWhileContactServiceIsAway() throws Exception {
		know("bo", Map.of("first-name", "Bo"));
		over(send("marketing", "bo"));
		String address = message("bo").getHeader("List-Unsubscribe")[0];
		String path = address.substring("<http://localhost:8080".length(), address.length() - 1);
		neighbours.areAway(true);
		assertThat(anonymous(HttpMethod.POST, path, "List-Unsubscribe=One-Click")).isEqualTo(200);
		neighbours.areAway(false);
		Awaitility.await().untilAsserted(() -> assertThat(neighbours.objections()).contains(id("bo")));
	}

}
