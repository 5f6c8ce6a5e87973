package dev.insyn.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.keys.ContactKeys;
import dev.insyn.contact.keys.TenantKeys;
import dev.insyn.contact.search.Paging;
import dev.insyn.events.Origin;
import dev.insyn.platform.messaging.Actor;
import dev.insyn.platform.store.TenantDocumentsFactory;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/// Lists and search, from the database and from the index in memory alike, for users and for programs.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class SearchIT {

	private static final TenantId FJORDBOK = new TenantId("fjordbok");

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private FindingContacts inMemory;

	@Autowired
	private Contacts contacts;

	@Autowired
	private TenantKeys tenantKeys;

	@Autowired
	private FieldCatalogues catalogues;

	@Autowired
	private ContactKeys keys;

	@Autowired
	@Qualifier("tenantDocumentsFactory")
	private TenantDocumentsFactory database;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Clock clock;

	@Autowired
	private Events events;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void findsByWordsAndPagesThroughAllOfThem(boolean memory) {
		String family = unique();
		Set<String> people = new LinkedHashSet<>();
		for (int i = 0; i < 5; i++) {
			people.add(register("Nils" + i, family));
		}
		Awaitility.await().until(() -> find(memory, family, null, 10).size() == 5);

		List<String> paged = new ArrayList<>();
		String after = null;
		do {
			FindingContacts.Page page = finding(memory).find(FJORDBOK, family, new Paging(after, false, 2));
			page.contacts().forEach((listed) -> paged.add(listed.contact().id().value()));
			after = page.next();
		}
		while (after != null);

		assertThat(paged).hasSize(5).containsExactlyInAnyOrderElementsOf(people);
		assertThat(find(memory, "nils3 " + family, null, 10)).hasSize(1);
		assertThat(find(memory, family + " nobody", null, 10)).isEmpty();
		assertThat(finding(memory).find(new TenantId("nordcykel"), family, new Paging(null, false, 10)).contacts())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoChangedLastComesFirstAndWhoIsDeletedIsGone(boolean memory) {
		String family = unique();
		String crmId = CrmForTests.newCrmId();
		this.crm.publish("fjordbok", crmId, 1, Instant.now(), person("Ola", family));
		String ola = this.crm.awaitContact("fjordbok", crmId);
		String kari = register("Kari", family);
		assertThat(find(memory, family, null, 10)).containsExactly(kari, ola);

		this.crm.publish("fjordbok", crmId, 2, Instant.now(), person("Ole", family));
		Awaitility.await().until(() -> find(memory, family, null, 10).equals(List.of(ola, kari)));
		assertThat(find(memory, "ola " + family, null, 10)).isEmpty();

		this.crm.delete("fjordbok", crmId, 3);
		Awaitility.await().until(() -> find(memory, family, null, 10).equals(List.of(kari)));
	}

	/// Red when the instance doesn't listen to what the others tell.
	@Test
	void hearsOfWhatAnotherInstanceWrote() {
		String family = unique();
		Contacts another = new Contacts(this.database, this.keys, this.catalogues, indexing(true), this.json,
				this.clock);
		String kari = register("Kari", family);
		Awaitility.await().until(() -> find(true, family, null, 10).size() == 1);
		String married = unique();

		another.updateOnce(FJORDBOK, new ContactId(kari), UUID.randomUUID().toString(), (open) -> {
			Instant now = this.clock.instant();
			Contact.Changed changed = open.contact()
				.update(ContactFixtures.edit(open.contact(), now, "last-name", married));
			return new Contacts.Written(changed.contact(), List.of(new ContactEvents().updated(open, changed,
					Actor.contact(kari), now, new Origin(Origin.PAGE, "P05", 1, "link", null), null)), null);
		});

		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> find(true, married, null, 10).size() == 1);
		assertThat(find(true, family, null, 10)).isEmpty();
	}

	/// Who starts later takes in what is there.
	@Test
	void takesInWhatIsThere() {
		String family = unique();
		register("Kari", family);
		Indexing fresh = indexing(true);
		Contacts later = new Contacts(this.database, this.keys, this.catalogues, fresh, this.json, this.clock);

		later.reindex(FJORDBOK);

		assertThat(new FindingContacts(later, fresh).find(FJORDBOK, family, new Paging(null, false, 10)).contacts())
			.hasSize(1);
		assertThat(fresh.find(FJORDBOK, List.of(), new Paging(null, false, 10))).isPresent();
	}

	@Test
	void usersFindAndOpenContactsAndThatTheyDidIsTold() {
		String family = unique();
		String kari = register("Kari", family);
		String reader = this.service.user("fjordbok", "per", 10);
		try (Recording told = this.events.record("insyn.contacts")) {
			assertThat(this.service.get("/api/contacts?limit=10&query=" + family, reader).body().path("contacts"))
				.hasSize(1);
			assertThat(this.service.get("/api/contacts/" + kari, reader).value("last-name")).isEqualTo(family);
			assertThat(this.service.get("/api/contacts/" + kari, reader).status()).isEqualTo(200);
			assertThat(this.service.get("/api/contacts/" + kari, this.service.user("fjordbok", "siri", 99)).status())
				.isEqualTo(200);

			told.await((event) -> event.type().equals("contact.viewed.v1") && event.body().contains("siri"));
			assertThat(told.ofType("contact.viewed.v1")).filteredOn((event) -> event.subject().equals(kari))
				.extracting((event) -> event.headers().get("ce_actor"))
				.contains("user:per", "user:siri")
				.hasSizeLessThanOrEqualTo(3); // a span of minutes may end between two
												// looks
		}
		assertThat(this.service.get("/api/contacts/" + kari, this.service.user("fjordbok", "nobody", 9)).status())
			.isEqualTo(403);
		assertThat(this.service.get("/api/contacts/" + kari, this.service.user("nordcykel", "eva", 99)).status())
			.isEqualTo(404);
	}

	private List<String> find(boolean memory, String words, @Nullable String after, int limit) {
		return finding(memory).find(FJORDBOK, words, new Paging(after, false, limit))
			.contacts()
			.stream()
			.map((listed) -> listed.contact().id().value())
			.toList();
	}

	private FindingContacts finding(boolean memory) {
		return memory ? this.inMemory : new FindingContacts(this.contacts, indexing(false));
	}

	private Indexing indexing(boolean memory) {
		return new Indexing(this.tenantKeys, this.catalogues, new SearchSettings(memory));
	}

	private String register(String first, String family) {
		String crmId = CrmForTests.newCrmId();
		this.crm.publish("fjordbok", crmId, 1, Instant.now().minusSeconds(60), person(first, family));
		return this.crm.awaitContact("fjordbok", crmId);
	}

	private static Map<String, Object> person(String first, String family) {
		return CrmForTests.values("first-name", first, "last-name", family);
	}

	private static String unique() {
		return "fam" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
	}

}
