package dev.insyn.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.insyn.contact.search.Paging;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Lists and search, for users and for programs.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class SearchIT {

	private static final TenantId FJORDBOK = new TenantId("fjordbok");

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private FindingContacts finding;

	@Autowired
	private Events events;

	@Test
	void findsByWordsAndPagesThroughAllOfThem() {
		String family = unique();
		Set<String> people = new LinkedHashSet<>();
		for (int i = 0; i < 5; i++) {
			people.add(register("Nils" + i, family));
		}
		Awaitility.await().until(() -> find(family, null, 10).size() == 5);

		List<String> paged = new ArrayList<>();
		String after = null;
		do {
			FindingContacts.Page page = this.finding.find(FJORDBOK, family, new Paging(after, false, 2));
			page.contacts().forEach((listed) -> paged.add(listed.contact().id().value()));
			after = page.next();
		}
		while (after != null);

		assertThat(paged).hasSize(5).containsExactlyInAnyOrderElementsOf(people);
		assertThat(find("nils3 " + family, null, 10)).hasSize(1);
		assertThat(find(family + " nobody", null, 10)).isEmpty();
		assertThat(this.finding.find(new TenantId("nordcykel"), family, new Paging(null, false, 10)).contacts())
			.isEmpty();
	}

	@Test
	void whoChangedLastComesFirstAndWhoIsDeletedIsGone() {
		String family = unique();
		String crmId = CrmForTests.newCrmId();
		this.crm.publish("fjordbok", crmId, 1, Instant.now(), person("Ola", family));
		String ola = this.crm.awaitContact("fjordbok", crmId);
		String kari = register("Kari", family);
		assertThat(find(family, null, 10)).containsExactly(kari, ola);

		this.crm.publish("fjordbok", crmId, 2, Instant.now(), person("Ole", family));
		Awaitility.await().until(() -> find(family, null, 10).equals(List.of(ola, kari)));
		assertThat(find("ola " + family, null, 10)).isEmpty();

		this.crm.delete("fjordbok", crmId, 3);
		Awaitility.await().until(() -> find(family, null, 10).equals(List.of(kari)));
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

	/// Red when words are compared instead of whole addresses, when case matters, and
	/// when
	/// a client may ask without the scope.
	@Test
	void findsByAddressThoseWhoShareItAndNobodyElse() {
		String address = "familjen." + unique() + "@kund.example";
		String anna = register("Anna", unique(), address.toUpperCase(Locale.ROOT));
		String erik = register("Erik", unique(), address);
		register("Eva", unique(), "x." + address);
		String client = this.service.crmClient("fjordbok", "contacts.by-address");

		assertThat(byAddress(address, client)).containsExactlyInAnyOrder(anna, erik);
		assertThat(byAddress("nobody." + address, client)).isEmpty();
		assertThat(byAddress(address, this.service.crmClient("nordcykel", "contacts.by-address"))).isEmpty();
		assertThat(this.service
			.post("/api/contacts/by-address", this.service.crmClient("fjordbok", "contacts.read"),
					Map.of("email", address))
			.status()).isEqualTo(403);
		assertThat(this.service.post("/api/contacts/by-address", client, Map.of("email", "no address")).status())
			.isEqualTo(422);
	}

	private List<String> byAddress(String address, String client) {
		return this.service.post("/api/contacts/by-address", client, Map.of("email", address))
			.body()
			.path("contacts")
			.valueStream()
			.map((id) -> id.asString())
			.toList();
	}

	private List<String> find(String words, @Nullable String after, int limit) {
		return this.finding.find(FJORDBOK, words, new Paging(after, false, limit))
			.contacts()
			.stream()
			.map((listed) -> listed.contact().id().value())
			.toList();
	}

	private String register(String first, String family) {
		String crmId = CrmForTests.newCrmId();
		this.crm.publish("fjordbok", crmId, 1, Instant.now().minusSeconds(60), person(first, family));
		return this.crm.awaitContact("fjordbok", crmId);
	}

	private String register(String first, String family, String email) {
		String crmId = CrmForTests.newCrmId();
		this.crm.publish("fjordbok", crmId, 1, Instant.now().minusSeconds(60),
				CrmForTests.values("first-name", first, "last-name", family, "email", email));
		return this.crm.awaitContact("fjordbok", crmId);
	}

	private static Map<String, Object> person(String first, String family) {
		return CrmForTests.values("first-name", first, "last-name", family);
	}

	private static String unique() {
		return "fam" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
	}

}
