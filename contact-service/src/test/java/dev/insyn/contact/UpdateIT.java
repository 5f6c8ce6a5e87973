package dev.insyn.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.events.ContactDataConfirmed;
import dev.insyn.events.ContactDataUpdated;
import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.insyn.contact.ServiceForTests.newKey;
import static org.assertj.core.api.Assertions.assertThat;

/// A contact corrects its own data, and what others may not do to it.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class UpdateIT {

	private static final String TENANT = "nordcykel";

	private static final String MOBILE = "+46709876543";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	@Test
	void aCorrectionIsThereAtOnceAndToldSealed() throws Exception {
		String anna = this.crm.registerAnna(TENANT);
		try (Recording told = this.events.record("insyn.contacts")) {
			Map<String, Object> submit = this.service.submit(see(anna), Map.of("mobile", MOBILE));
			submit.put("hidden", Map.of("updated-on", "2026-11-21"));
			submit.put("logNote", "Uppdaterad via P05");

			Answer answer = update(anna, newKey(), submit);

			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.body().toString()).isEqualTo(
					"{\"outcome\":\"updated\",\"version\":2,\"changed\":[{\"field\":\"mobile\",\"before\":null,\"after\":\""
							+ MOBILE + "\"}]}");
			assertThat(see(anna).value("mobile")).isEqualTo(MOBILE);
			Received event = told.await(ContactDataUpdated.TYPE);
			assertThat(event.headers()).containsEntry("ce_actor", "contact:" + anna);
			JsonNode body = this.json.readTree(event.body());
			assertThat(body.path("origin").path("page").asString()).isEqualTo("P05");
			assertThat(body.path("logNote").asString()).isEqualTo("Uppdaterad via P05");
			assertThat(opened(anna, body)).isEqualTo("{\"mobile\":{\"before\":null,\"after\":\"" + MOBILE
					+ "\"},\"updated-on\":{\"before\":null,\"after\":\"2026-11-21\"}}");
		}
	}

	@Test
	void nothingChangedIsAConfirmation() {
		String anna = this.crm.registerAnna(TENANT);
		try (Recording told = this.events.record("insyn.contacts")) {
			Answer answer = update(anna, newKey(), this.service.submit(see(anna), Map.of()));

			assertThat(answer.body().path("outcome").asString()).isEqualTo("confirmed");
			assertThat(told.await(ContactDataConfirmed.TYPE).subject()).isEqualTo(anna);
		}
	}

	/// Red when `updateOnce` applies without remembering the key.
	@Test
	void theSameUpdateFromEightThreadsIsAppliedOnce() throws Exception {
		String anna = this.crm.registerAnna(TENANT);
		String key = newKey();
		Map<String, Object> submit = this.service.submit(see(anna), Map.of("mobile", MOBILE));
		try (Recording told = this.events.record("insyn.contacts")) {
			List<Answer> answers = atOnce(8, (number) -> update(anna, key, submit));

			assertThat(answers).allSatisfy((answer) -> {
				assertThat(answer.status()).isEqualTo(200);
				assertThat(answer.body().path("version").asLong()).isEqualTo(2);
				assertThat(answer.body().path("changed").path(0).path("after").asString()).isEqualTo(MOBILE);
			});
			assertThat(answers).filteredOn((answer) -> !answer.body().path("repeated").asBoolean(false)).hasSize(1);
			update(anna, newKey(), this.service.submit(see(anna), Map.of()));
			told.await(ContactDataConfirmed.TYPE);
			assertThat(told.ofType(ContactDataUpdated.TYPE)).hasSize(1);
		}
	}

	@Test
	void aKeyUsedForOtherChangesIsRefused() {
		String anna = this.crm.registerAnna(TENANT);
		String key = newKey();
		update(anna, key, this.service.submit(see(anna), Map.of("mobile", MOBILE)));

		Answer answer = update(anna, key, this.service.submit(see(anna), Map.of("title", "Inköpare")));

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.type()).isEqualTo("urn:insyn:problem:idempotency-key-reused");
		assertThat(see(anna).value("title")).isEmpty();
	}

	/// Red when [Contact] doesn't compare the versions shown, or when a lost race isn't
	/// judged again.
	@Test
	void twoEditsOfOneFieldAtOnceMakeOneConflictWithBothSides() throws Exception {
		String anna = this.crm.registerAnna(TENANT);
		Answer seen = see(anna);

		List<Answer> answers = atOnce(2,
				(number) -> update(anna, newKey(), this.service.submit(seen, Map.of("phone", "+4670111111" + number))));

		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
		Answer conflict = answers.stream().filter((answer) -> answer.status() == 409).findFirst().orElseThrow();
		JsonNode side = conflict.body().path("conflicts").path(0);
		assertThat(conflict.type()).isEqualTo("urn:insyn:problem:field-conflict");
		assertThat(side.path("field").asString()).isEqualTo("phone");
		assertThat(side.path("shownVersion").asLong()).isEqualTo(1);
		assertThat(side.path("version").asLong()).isEqualTo(2);
		assertThat(side.path("current").asString()).isEqualTo(see(anna).value("phone"));
		assertThat(side.path("mine").asString()).startsWith("+4670111111")
			.isNotEqualTo(side.path("current").asString());
	}

	@Test
	void aFieldsRulesHold() {
		String anna = this.crm.registerAnna(TENANT);

		Answer answer = update(anna, newKey(), this.service.submit(see(anna),
				Map.of("email", "anna at kund", "language", "tlh", "shoe-size", "38", "mobile", MOBILE)));

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.type()).isEqualTo("urn:insyn:problem:invalid-fields");
		assertThat(answer.body().path("errors").valueStream().map((error) -> error.path("field").asString()))
			.containsExactlyInAnyOrder("email", "language", "shoe-size");
		assertThat(see(anna).value("mobile")).isEmpty();
	}

	@Test
	void everyKindOfValueComesBackAsItWent() {
		String anna = this.crm.registerAnna(TENANT);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("interests", List.of("news", "tips"));
		changes.put("address",
				Map.of("line1", "Storgatan 1", "postalCode", "111 22", "city", "Stockholm", "country", "SE"));
		changes.put("birth-date", "1984-05-17");
		changes.put("newsletter", "true");
		changes.put("employees", "12");
		changes.put("notes", "Ring helst\nefter lunch");
		changes.put("country", "SE");

		assertThat(update(anna, newKey(), this.service.submit(see(anna), changes)).status()).isEqualTo(200);

		JsonNode fields = see(anna).body().path("fields");
		changes.forEach(
				(field, value) -> assertThat(this.json.convertValue(fields.path(field).path("value"), Object.class))
					.as(field)
					.isEqualTo(value));
	}

	/// Red when the token's contact isn't compared with the path's.
	@Test
	void nobodyElsesContactIsThere() {
		String anna = this.crm.registerAnna(TENANT);
		String bo = this.crm.registerAnna(TENANT);
		String bosToken = this.service.contact(TENANT, bo);

		assertThat(this.service.get("/contacts/" + anna, bosToken).status()).isEqualTo(404);
		assertThat(this.service.update(anna, bosToken, newKey(), this.service.submit(see(anna), Map.of())).status())
			.isEqualTo(404);
		assertThat(this.service.get("/contacts/nonsense", bosToken).status()).isEqualTo(404);
	}

	/// Red when documents are found by id alone.
	@Test
	void anotherTenantsContactIsNotThere() {
		String anna = this.crm.registerAnna(TENANT);
		String everything = this.service.crmClient("fjordbok", "contacts.read", "contacts.keys", "contacts.deliver");

		assertThat(this.service.get("/contacts/" + anna, this.service.contact("fjordbok", anna)).status())
			.isEqualTo(404);
		assertThat(this.service.get("/contacts/" + anna, everything).status()).isEqualTo(404);
		assertThat(this.service.get("/api/contacts/" + anna, everything).status()).isEqualTo(404);
		assertThat(this.service.get("/api/contacts/" + anna + "/data-key", everything).status()).isEqualTo(404);
		assertThat(this.service.get("/api/contacts?query=lindqvist&limit=200", everything).body().toString())
			.doesNotContain(anna);
		assertThat(this.service
			.update(anna, this.service.contact("fjordbok", anna), newKey(), this.service.submit(see(anna), Map.of()))
			.status()).isEqualTo(404);
		assertThat(this.service
			.update(anna, everything, newKey(), Map.of("sealed", sealed(this.service.submit(see(anna), Map.of()))))
			.status()).isEqualTo(404);
	}

	/// Red without the scope on the method.
	@Test
	void eachScopeOpensOnlyItsOwn() {
		String anna = this.crm.registerAnna(TENANT);
		String reader = this.service.crmClient(TENANT, "contacts.read");
		String keeper = this.service.crmClient(TENANT, "contacts.keys");

		assertThat(this.service.get("/api/contacts/" + anna, reader).status()).isEqualTo(200);
		assertThat(this.service.get("/api/contacts/" + anna + "/data-key", reader).status()).isEqualTo(403);
		assertThat(this.service.get("/api/contacts/" + anna + "/data-key", keeper).status()).isEqualTo(200);
		assertThat(this.service.get("/api/contacts/" + anna, keeper).status()).isEqualTo(403);
		assertThat(this.service.get("/contacts/" + anna, keeper).status()).isEqualTo(403);
		assertThat(this.service.get("/api/contacts?query=anna", keeper).status()).isEqualTo(403);
		assertThat(this.service.get("/api/contacts/" + anna, this.service.contact(TENANT, anna)).status())
			.isEqualTo(403);
		assertThat(this.service
			.update(anna, reader, newKey(), Map.of("sealed", sealed(this.service.submit(see(anna), Map.of()))))
			.status()).isEqualTo(403);
		assertThat(this.service.get("/contacts/" + anna, null).status()).isEqualTo(401);
	}

	/// Red when page and link are taken from the body alone.
	@Test
	void aTokenForOnePageUpdatesByNoOther() {
		String anna = this.crm.registerAnna(TENANT);
		Map<String, Object> submit = this.service.submit(see(anna), Map.of());
		submit.put("page", "P06");

		assertThat(update(anna, newKey(), submit).status()).isEqualTo(403);
	}

	@Test
	void anUpdateThatWaitedIsDeliveredSealedAndOnlyOnce() {
		String anna = this.crm.registerAnna(TENANT);
		String deliverer = this.service.crmClient(TENANT, "contacts.deliver");
		Map<String, Object> submit = this.service.submit(see(anna), Map.of("mobile", MOBILE));
		String key = newKey();
		update(anna, key, submit);

		Answer delivered = this.service.update(anna, deliverer, key, Map.of("sealed", sealed(submit)));
		Answer another = this.service.update(anna, deliverer, newKey(),
				Map.of("sealed", sealed(this.service.submit(see(anna), Map.of("title", "Chef")))));

		assertThat(delivered.body().path("repeated").asBoolean(false)).isTrue();
		assertThat(delivered.body().path("version").asLong()).isEqualTo(2);
		assertThat(another.status()).isEqualTo(200);
		assertThat(see(anna).body().path("fields").path("title").path("at").asString())
			.isEqualTo("2026-11-21T10:00:00Z");
		assertThat(this.service.update(anna, deliverer, newKey(), submit).status()).isEqualTo(422);
		assertThat(this.service.update(anna, deliverer, newKey(), Map.of("sealed", "a.b.c.d.e")).status())
			.isEqualTo(422);
	}

	/// Three corrections of one field, made from the same view while the service was
	/// away. Goes red without
	/// `OwnFootsteps`: the second and third conflicted with the first.
	@Test
	void correctionsThatWaitedTogetherAllHoldTheLastOneLast() {
		String anna = this.crm.registerAnna(TENANT);
		Answer seen = see(anna);
		List<String> keys = List.of(newKey(), newKey(), newKey());

		List<Answer> answers = List.of(deliver(anna, keys.get(0), seen, "+46701111111", List.of()),
				deliver(anna, keys.get(1), seen, "+46702222222", keys.subList(0, 1)),
				deliver(anna, keys.get(2), seen, "+46703333333", keys.subList(0, 2)));

		assertThat(answers).extracting(Answer::status).containsOnly(200);
		assertThat(see(anna).value("phone")).isEqualTo("+46703333333");
	}

	/// Goes red when a followed update is taken as seen without comparing versions.
	@Test
	void aCorrectionThatWaitedStillConflictsWithWhatAnotherChangedInBetween() {
		String anna = this.crm.registerAnna(TENANT);
		Answer seen = see(anna);
		String first = newKey();
		deliver(anna, first, seen, "+46701111111", List.of());
		update(anna, newKey(), this.service.submit(see(anna), Map.of("phone", "+46709999999")));

		Answer second = deliver(anna, newKey(), seen, "+46702222222", List.of(first));

		assertThat(second.status()).isEqualTo(409);
		assertThat(see(anna).value("phone")).isEqualTo("+46709999999");
	}

	/// A confirmation that waited has changed nothing, so nothing of others becomes seen
	/// by it.
	@Test
	void aConfirmationThatWaitedMakesNothingSeen() {
		String anna = this.crm.registerAnna(TENANT);
		Answer seen = see(anna);
		update(anna, newKey(), this.service.submit(seen, Map.of("phone", "+46709999999")));
		String confirmed = newKey();
		this.service.update(anna, this.service.crmClient(TENANT, "contacts.deliver"), confirmed,
				Map.of("sealed", sealed(this.service.submit(seen, Map.of()))));

		assertThat(deliver(anna, newKey(), seen, "+46702222222", List.of(confirmed)).status()).isEqualTo(409);
	}

	private Answer deliver(String contact, String key, Answer seen, String phone, List<String> follows) {
		return this.service.update(contact, this.service.crmClient(TENANT, "contacts.deliver"), key,
				Map.of("sealed", sealed(this.service.submit(seen, Map.of("phone", phone))), "follows", follows));
	}

	@Test
	void aPageGetsTheFieldsThatItAskedFor() {
		String anna = this.crm.registerAnna(TENANT);

		assertThat(this.service.get("/contacts/" + anna + "?fields=email,title", this.service.contact(TENANT, anna))
			.body()
			.path("fields")
			.propertyNames()).containsExactly("email");
		assertThat(this.service.get("/contacts/" + anna + "?fields=", this.service.contact(TENANT, anna))
			.body()
			.path("fields")
			.propertyNames()).isEmpty();
	}

	private String opened(String contact, JsonNode event) throws Exception {
		String key = this.service
			.get("/api/contacts/" + contact + "/data-key", this.service.crmClient(TENANT, "contacts.keys"))
			.body()
			.toString();
		JWEObject jwe = JWEObject.parse(event.path("sealed").asString());
		jwe.decrypt(new DirectDecrypter(OctetSequenceKey.parse(key)));
		return jwe.getPayload().toString();
	}

	private String sealed(Map<String, Object> submit) {
		return this.crm.sealText(this.json.writeValueAsString(submit));
	}

	private Answer see(String contact) {
		return this.service.get("/contacts/" + contact, this.service.contact(TENANT, contact));
	}

	private Answer update(String contact, String key, Map<String, Object> submit) {
		return this.service.update(contact, this.service.contact(TENANT, contact), key, submit);
	}

	private static List<Answer> atOnce(int threads, IntFunction<Answer> act) throws Exception {
		try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
			List<Callable<Answer>> calls = IntStream.range(0, threads)
				.<Callable<Answer>>mapToObj((number) -> () -> act.apply(number))
				.toList();
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> answer : executor.invokeAll(calls)) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

}
