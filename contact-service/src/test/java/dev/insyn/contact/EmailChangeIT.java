package dev.insyn.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.events.ContactEmailChangeRequested;
import dev.insyn.events.ContactEmailChanged;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.insyn.contact.ServiceForTests.newKey;
import static org.assertj.core.api.Assertions.assertThat;

/// A contact changes its e-mail address over HTTP: what the mail is made of, who may ask, and that nobody guesses.
@RunsTheService
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // injected
class EmailChangeIT {

	private static final String TENANT = "nordcykel";

	private static final String OLD = "anna.lindqvist@kund.example";

	private static final String NEW = "anna@nyadress.example";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private DatabasesForTests databases;

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	private Recording told;

	private String anna;

	@BeforeEach
	void anna() {
		this.told = this.events.record("insyn.contacts");
		this.anna = this.crm.registerAnna(TENANT);
	}

	@AfterEach
	void stopListening() {
		this.told.close();
	}

	/// Story: asked for, proven, told; and nothing of it anywhere in plain.
	@Test
	void theAddressChangesWhenTheCodeIsEntered(CapturedOutput log) {
		Answer asked = ask(Map.of("email", NEW, "title", "Inköpare"));
		assertThat(asked.body().path("emailChange").asString()).isEqualTo("code-sent");
		assertThat(asked.body().path("changed").toString()).contains("title").doesNotContain("email");
		assertThat(see().value("email")).isEqualTo(OLD);
		assertThat(see().body().path("emailChange").path("address").asString()).isEqualTo(NEW);

		String change = change();
		Answer mail = mail("/code", change);
		assertThat(mail.body().path("address").asString()).isEqualTo(NEW);
		String code = mail.body().path("code").asString();
		assertThat(code).matches("\\d{6}");

		Answer entered = enter(code.substring(0, 3) + " " + code.substring(3));
		assertThat(entered.status()).isEqualTo(200);
		assertThat(entered.body().toString()).isEqualTo("{\"before\":\"" + OLD + "\",\"after\":\"" + NEW + "\"}");
		assertThat(see().value("email")).isEqualTo(NEW);
		assertThat(see().body().path("emailChange").isMissingNode()).isTrue();
		assertThat(enter(code).body()).as("clicked twice").isEqualTo(entered.body());

		String notified = this.json
			.readTree(this.told
				.await((event) -> event.subject().equals(this.anna) && event.type().equals(ContactEmailChanged.TYPE))
				.body())
			.path("change")
			.asString();
		assertThat(mail("/notice", notified).body().path("address").asString()).isEqualTo(OLD);
		assertThat(mail("/code", change).status()).as("used").isEqualTo(404);
		assertThat(this.told.all()
			.stream()
			.filter((event) -> event.subject().equals(this.anna) && event.type().equals(ContactEmailChanged.TYPE)))
			.as("told once")
			.hasSize(1);
		assertThat(this.told.all()
			.stream()
			.filter((event) -> event.subject().equals(this.anna) && event.type().equals(ContactDataUpdated.TYPE)))
			.anySatisfy((event) -> assertThat(event.body()).contains("[\"email\"]"));

		assertThat(this.databases.documents("spring.mongodb.uri"))
			.allSatisfy((document) -> assertThat(document).doesNotContain(NEW, OLD, code));
		assertThat(this.told.all()).allSatisfy((event) -> assertThat(event.toString()).doesNotContain(NEW, OLD));
		assertThat(log.getAll()).doesNotContain(NEW, OLD);
	}

	/// Red when tries are counted outside the document's atomic write.
	@Test
	void guessingStopsAlsoWhenManyGuessAtOnce() throws Exception {
		ask(Map.of("email", NEW));
		String code = mail("/code", change()).body().path("code").asString();
		List<Callable<Answer>> guesses = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			String guess = "%06d".formatted((Integer.parseInt(code) + 1 + i) % 1_000_000);
			guesses.add(() -> enter(guess));
		}
		int wrong = 0;
		try (ExecutorService guessers = Executors.newFixedThreadPool(8)) {
			for (Future<Answer> guess : guessers.invokeAll(guesses)) {
				wrong += guess.get().type().equals("urn:insyn:problem:email-code-wrong") ? 1 : 0;
			}
		}
		assertThat(wrong).isEqualTo(4);
		assertThat(enter(code).type()).isEqualTo("urn:insyn:problem:email-code-too-many-tries");
		assertThat(see().value("email")).isEqualTo(OLD);
	}

	@Test
	void anotherCodeIsNotSentAtOnceAndAWithdrawnWishHasNone() {
		assertThat(resend().type()).isEqualTo("urn:insyn:problem:email-code-nothing-asked");
		ask(Map.of("email", NEW));
		assertThat(ask(Map.of("email", NEW)).body().path("emailChange").asString()).isEqualTo("already-asked");
		assertThat(resend().type()).isEqualTo("urn:insyn:problem:email-code-too-soon");
		String code = mail("/code", change()).body().path("code").asString();
		assertThat(this.service.send("DELETE", "/contacts/" + this.anna + "/email-change", token(), null).status())
			.isEqualTo(204);
		assertThat(enter(code).type()).isEqualTo("urn:insyn:problem:email-code-nothing-asked");
	}

	/// Red when the answer depends on whether somebody has the address.
	@Test
	void nobodyLearnsWhetherAnotherContactHasTheAddress() {
		String other = this.crm.registerAnna(TENANT);
		Answer known = ask(Map.of("email", see(other).value("email").replace("anna", "anna2")));
		this.crm.publish(TENANT, CrmForTests.newCrmId(), 1, java.time.Instant.now(), Map.of("email", NEW));
		Answer unknown = this.service.update(other, this.service.contact(TENANT, other), newKey(),
				this.service.submit(see(other), Map.of("email", NEW)));
		assertThat(known.body().path("emailChange")).isEqualTo(unknown.body().path("emailChange"));
	}

	/// Red without the scope, without the comparison of contacts, or when a page may
	/// write an address unseen.
	@Test
	void nobodyElseGetsTheCodeOrEntersItOrGoesRoundIt() {
		ask(Map.of("email", NEW));
		String change = change();
		String reader = this.service.crmClient(TENANT, "contacts.read", "contacts.keys", "contacts.deliver");
		String code = "/contacts/" + this.anna + "/email-changes/" + change + "/code";
		assertThat(this.service.get(code, reader).status()).isEqualTo(403);
		assertThat(this.service.get(code, token()).status()).isEqualTo(403);
		assertThat(this.service.get(code, this.service.crmClient("fjordbok", "contacts.email-changes")).status())
			.isEqualTo(404);
		String bo = this.service.contact(TENANT, this.crm.registerAnna(TENANT));
		assertThat(this.service.post("/contacts/" + this.anna + "/email-change/code", bo, Map.of("code", "123456"))
			.status()).isEqualTo(404);
		assertThat(this.service.get("/contacts/" + this.anna, reader).body().path("emailChange").isMissingNode())
			.isTrue();
		Map<String, Object> unseen = this.service.submit(see(), Map.of());
		unseen.put("hidden", Map.of("email", NEW));
		assertThat(this.service.update(this.anna, token(), newKey(), unseen).status()).isEqualTo(422);
	}

	private Answer ask(Map<String, ?> changes) {
		return this.service.update(this.anna, token(), newKey(), this.service.submit(see(), changes));
	}

	private String change() {
		return this.json
			.readTree(this.told.await((event) -> event.subject().equals(this.anna)
					&& event.type().equals(ContactEmailChangeRequested.TYPE))
				.body())
			.path("change")
			.asString();
	}

	private Answer mail(String what, String change) {
		return this.service.get("/contacts/" + this.anna + "/email-changes/" + change + what,
				this.service.crmClient(TENANT, "contacts.email-changes"));
	}

	private Answer enter(String code) {
		return this.service.post("/contacts/" + this.anna + "/email-change/code", token(), Map.of("code", code));
	}

	private Answer resend() {
		return this.service.post("/contacts/" + this.anna + "/email-change/resend", token(), Map.of());
	}

	private Answer see() {
		return see(this.anna);
	}

	private Answer see(String contact) {
		return this.service.get("/contacts/" + contact, this.service.contact(TENANT, contact));
	}

	private String token() {
		return this.service.contact(TENANT, this.anna);
	}

}
