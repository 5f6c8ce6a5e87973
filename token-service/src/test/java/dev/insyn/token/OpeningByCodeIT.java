package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.UUID;

import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A page whose rule asks for a code by mail: the link alone opens nothing.
@WholeService
class OpeningByCodeIT {

	private static final String NEVER = "{\"kind\":\"never\"}";

	@Autowired
	Visitor visitor;

	@Autowired
	Events events;

	private final String contact = "coded-" + UUID.randomUUID().toString().substring(0, 8);

	@Test
	void opensWithTheMailedCode() {
		String page = this.visitor.publishedPage(NEVER, "code");
		String path = this.visitor.newLink(page, this.contact);
		String challenge = press(path);
		HttpResponse<String> wrong = enter(path, challenge, wrong(codeOf(challenge)));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("Koden stämmer inte").doesNotContain(this.contact);
		assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
		HttpResponse<String> opened = enter(path, challenge, codeOf(challenge));
		assertThat(opened.statusCode()).isEqualTo(303);
		assertThat(this.visitor.claims(Visitor.tokenOf(opened)).path("contact").asString()).isEqualTo(this.contact);
	}

	/// Seen red with any right code.
	@Test
	void opensNothingWithACodeForAnotherContact() {
		String page = this.visitor.publishedPage(NEVER, "code");
		String challenge = press(this.visitor.newLink(page, "other-" + this.contact));
		assertThat(enter(this.visitor.newLink(page, this.contact), challenge, codeOf(challenge)).statusCode())
			.isEqualTo(422);
	}

	/// Seen red with the contact compared alone.
	@Test
	void opensNothingWithACodeForAnotherPage() {
		String challenge = press(this.visitor.newLink(this.visitor.publishedPage(NEVER, "code"), this.contact));
		String another = this.visitor.newLink(this.visitor.publishedPage(NEVER, "code"), this.contact);
		assertThat(enter(another, challenge, codeOf(challenge)).statusCode()).isEqualTo(422);
	}

	@Test
	void sendsNoCodeToWhoeverOnlySubmitsTheForm() {
		String page = this.visitor.publishedPage(NEVER, "code");
		String path = this.visitor.newLink(page, this.contact);
		try (Recording told = this.events.record("insyn.links")) {
			assertThat(this.visitor.submit(path, "").statusCode()).isEqualTo(200);
			press(path);
			Received requested = told.await("access-code.requested.v1");
			assertThat(requested.body()).contains(this.contact);
			assertThat(told.ofType("access-code.requested.v1")).hasSize(1);
			assertThat(told.ofType("link.opened.v1")).isEmpty();
		}
	}

	@Test
	void offersAnotherCodeWhenThereWereTooManyTries() {
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER, "code"), this.contact);
		String challenge = press(path);
		String wrong = wrong(codeOf(challenge));
		HttpResponse<String> answer = enter(path, challenge, wrong);
		for (int i = 0; i < 4; i++) {
			answer = enter(path, challenge, wrong);
		}
		assertThat(answer.body()).contains("gäller inte längre", "name=\"again\"").doesNotContain("name=\"code\"");
	}

	/// @return the challenge that the page asks for the code of
	private String press(String path) {
		HttpResponse<String> asked = this.visitor.submit(path, "", "Sec-Fetch-User", "?1");
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(asked.body()).contains("Skriv in koden", "one-time-code").doesNotContain(this.contact);
		return asked.body().replaceAll("(?s).*name=\"challenge\" value=\"([^\"]*)\".*", "$1");
	}

	private HttpResponse<String> enter(String path, String challenge, String code) {
		return this.visitor.submit(path + "/code",
				Visitor.form("challenge", challenge) + "&" + Visitor.form("code", code));
	}

	private String codeOf(String challenge) {
		String code = codeOrNothing(challenge);
		assertThat(code).matches("\\d{6}");
		return code;
	}

	private String codeOrNothing(String challenge) {
		String service = this.visitor
			.bearer(this.visitor.requestToken("landing-page-service", "landing-page-secret", "tenant=nordcykel"));
		return this.visitor.read(this.visitor.get("/api/access-codes/" + challenge, "Authorization", service))
			.path("code")
			.asString("");
	}

	private static String wrong(String code) {
		return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
	}

}
