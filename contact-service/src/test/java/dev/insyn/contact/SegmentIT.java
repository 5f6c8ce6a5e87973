package dev.insyn.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.contact.segment.ListingContacts;
import dev.insyn.contact.segment.SegmentId;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Segments as programs see them.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class SegmentIT {

	private static final String TENANT = "fjordbok";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private DatabasesForTests databases;

	@Autowired
	private ListingContacts listing;

	@Autowired
	private Events events;

	@Test
	void aFilterFindsWhoFitsWhenItIsUsed() {
		String family = unique();
		TreeSet<String> family1 = new TreeSet<>(List.of(register("Ola", family), register("Kari", family)));
		register("Nils", unique());
		String segment = made(Map.of("name", "The " + family, "filter", lastNameIs(family)));

		assertThat(contacts(segment, 1)).containsExactlyElementsOf(family1);
		family1.add(register("Siri", family));
		assertThat(contacts(segment, 1000)).containsExactlyElementsOf(family1);
		Awaitility.await().until(() -> counted(segment) >= 2);
	}

	@Test
	void aListIsWhoWasPutOnIt() {
		List<String> people = List.of(register("Ola", unique()), register("Kari", unique()));
		String segment = made(Map.of("name", "By hand", "contacts", people));

		assertThat(contacts(segment, 1)).containsExactlyElementsOf(new TreeSet<>(people));
		assertThat(line(segment).path("count").asLong()).isEqualTo(2);
		assertThat(line(segment).path("kind").asString()).isEqualTo("hand");
	}

	/// Red when [dev.insyn.contact.segment.SegmentContacts#existing] is not asked.
	@Test
	void aListTakesNobodyElsesContacts() {
		String stranger = this.crm.registerAnna("nordcykel");
		Answer refused = post(Map.of("name", "x", "contacts", List.of(stranger, "../../x")), 50);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().path("errors")).hasSize(2);
	}

	/// Red without the tenant in the query.
	@Test
	void anotherTenantsSegmentIsNotThere() {
		String segment = made(Map.of("name", "Ours", "filter", lastNameIs("nobody")));
		String stranger = this.service.user("nordcykel", "karin", 99);
		assertThat(this.service.get("/api/segments/" + segment, stranger).status()).isEqualTo(404);
		assertThat(this.service.get("/api/segments/" + segment + "/contacts", stranger).status()).isEqualTo(404);
		assertThat(this.service.send("DELETE", "/api/segments/" + segment, stranger, null, "*").status())
			.isEqualTo(404);
		assertThat(this.service.get("/api/segments", stranger).body().toString()).doesNotContain(segment);
	}

	/// Red when a list is replaced without a look at what it was.
	@Test
	void whomSeveralPutOnAListAtOnceAreAllOnIt() throws Exception {
		List<String> people = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			people.add(register("Ola", unique()));
		}
		SegmentId segment = SegmentId.of(made(Map.of("name", "At once", "contacts", List.of())));
		TenantId tenant = new TenantId(TENANT);
		try (ExecutorService several = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> adding = new ArrayList<>();
			people.forEach((one) -> adding
				.add(several.submit(() -> this.listing.add(tenant, segment, List.of(one), Actor.user("siri")))));
			for (Future<?> one : adding) {
				one.get();
			}
		}
		assertThat(contacts(segment.value(), 4)).containsExactlyElementsOf(new TreeSet<>(people));
		this.listing.remove(tenant, segment, people.subList(0, 5), Actor.user("siri"));
		assertThat(contacts(segment.value(), 4)).containsExactly(people.get(5));
	}

	/// Red without the comparison of versions.
	@Test
	void theSecondOfTwoLearnsThatSomebodyWasFirst() {
		String segment = made(Map.of("name", "First", "filter", lastNameIs("a")));
		String tag = this.service.get("/api/segments/" + segment, user(50)).tag();
		assertThat(put(segment, Map.of("name", "Second"), tag).status()).isEqualTo(200);
		assertThat(put(segment, Map.of("name", "Third"), tag).status()).isEqualTo(412);
		assertThat(put(segment, Map.of("name", "Third"), null).status()).isEqualTo(428);
		assertThat(this.service.get("/api/segments/" + segment, user(10)).body().path("name").asString())
			.isEqualTo("Second");
	}

	/// Red without the levels and scopes of the controller.
	@ParameterizedTest
	@CsvSource({ "GET,,9,segments.write", "POST,,49,segments.read", "PUT,/aaaaaaaaaaaaaaaaaaaa,49,segments.read",
			"DELETE,/aaaaaaaaaaaaaaaaaaaa,49,segments.read", "GET,/aaaaaaaaaaaaaaaaaaaa/contacts,9,contacts.read" })
	void whoMayNotIsRefused(String method, @Nullable String path, int level, String scope) {
		String address = "/api/segments" + ((path != null) ? path : "");
		Object body = method.equals("GET") ? null : Map.of("name", "x");
		assertThat(this.service.send(method, address, user(level), body, "*").status()).isEqualTo(403);
		assertThat(this.service.send(method, address, this.service.crmClient(TENANT, scope), body, "*").status())
			.isEqualTo(403);
		assertThat(this.service.send(method, address, user(level + 1), body, "*").status()).isNotEqualTo(403);
	}

	/// Red when name or filter are stored as they are.
	@Test
	void nothingOfItRestsInPlain() {
		String secret = unique();
		String segment = made(Map.of("name", "Friends of " + secret, "filter", lastNameIs(secret)));
		assertThat(this.databases.documents("spring.mongodb.uri"))
			.anyMatch((document) -> document.contains(TENANT + ":" + segment))
			.noneMatch((document) -> document.contains(secret) || document.contains("Friends of"));
	}

	@Test
	void whatHappensToItIsToldWithoutItsName() {
		try (Recording told = this.events.record("insyn.contacts")) {
			String segment = made(Map.of("name", "Secretly", "filter", lastNameIs("Hemmelig")));
			assertThat(this.service.send("DELETE", "/api/segments/" + segment, user(50), null, "\"1\"").status())
				.isEqualTo(204);
			told.await((event) -> event.subject().equals(segment) && event.body().contains("deleted"));
			assertThat(told.ofType("segment.changed.v1")).filteredOn((event) -> event.subject().equals(segment))
				.hasSize(2)
				.allSatisfy((event) -> {
					assertThat(event.headers()).containsEntry("ce_actor", "user:siri");
					assertThat(event.body()).doesNotContain("Secretly", "Hemmelig");
				});
			assertThat(this.service.get("/api/segments/" + segment, user(10)).status()).isEqualTo(404);
		}
	}

	@Test
	void saysWhatIsWrongPartByPart() {
		Answer refused = post(Map.of("name", "x", "filter",
				Map.of("parts", List.of(Map.of("field", "shoe", "is", "is", "values", List.of("42"))))), 50);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().path("errors").toString())
			.isEqualTo("[{\"part\":\"filter.parts[0].field\",\"code\":\"unknown-field\",\"args\":{}}]");
		assertThat(
				post(Map.of("name", " ", "filter", Map.of()), 50).body().path("errors").get(0).path("part").asString())
			.isEqualTo("name");
		assertThat(post(Map.of("name", "x"), 50).status()).isEqualTo(422);
	}

	private static Map<String, Object> lastNameIs(String name) {
		return Map.of("match", "all", "parts",
				List.of(Map.of("field", "last-name", "is", "is", "values", List.of(name))));
	}

	private String made(Map<String, ?> wanted) {
		Answer made = post(wanted, 50);
		assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
		return made.body().path("id").asString();
	}

	private Answer post(Map<String, ?> wanted, int level) {
		return this.service.post("/api/segments", user(level), wanted);
	}

	private Answer put(String segment, Map<String, ?> wanted, @Nullable String tag) {
		return this.service.send("PUT", "/api/segments/" + segment, user(50), wanted, tag);
	}

	private List<String> contacts(String segment, int limit) {
		List<String> found = new ArrayList<>();
		String after = "";
		while (true) {
			JsonNode slice = this.service
				.get("/api/segments/" + segment + "/contacts?limit=" + limit + after,
						this.service.crmClient(TENANT, "segments.read"))
				.body();
			slice.path("contacts").forEach((id) -> found.add(id.asString()));
			if (slice.path("next").isMissingNode() || slice.path("next").isNull()) {
				return found;
			}
			after = "&after=" + slice.path("next").asString();
		}
	}

	private long counted(String segment) {
		return line(segment).path("count").asLong(-1);
	}

	private JsonNode line(String segment) {
		for (JsonNode line : this.service.get("/api/segments", user(10)).body().path("segments")) {
			if (line.path("id").asString().equals(segment)) {
				return line;
			}
		}
		throw new AssertionError("No such line");
	}

	private String user(int level) {
		return this.service.user(TENANT, "siri", level);
	}

	private String register(String first, String family) {
		String crmId = CrmForTests.newCrmId();
		this.crm.publish(TENANT, crmId, 1, Instant.now().minusSeconds(60),
				CrmForTests.values("first-name", first, "last-name", family));
		return this.crm.awaitContact(TENANT, crmId);
	}

	private static String unique() {
		return "fam" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
	}

}
