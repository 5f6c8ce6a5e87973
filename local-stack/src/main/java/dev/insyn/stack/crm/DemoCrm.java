package dev.insyn.stack.crm;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import dev.insyn.stack.process.StartFailed;
import tools.jackson.databind.JsonNode;

/// One company's CRM: brings its contacts to Insyn, and gives each a link to its page.
public final class DemoCrm {

	private static final String PAGE = DemoPage.NUMBER;

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final int BATCH = 500;

	private final ApiClient api;

	private final CrmReader reader;

	private final CrmPublisher publisher;

	private final Consumer<String> news;

	DemoCrm(ApiClient api, CrmReader reader, CrmPublisher publisher, Consumer<String> news) {
		this.api = api;
		this.reader = reader;
		this.publisher = publisher;
		this.news = news;
	}

	/// Brings people who aren't there yet, and returns when all are.
	void bring(int from, int to) {
		List<DemoPerson> people = IntStream.range(from, to)
			.mapToObj((number) -> DemoPeople.person(this.api.tenant(), number))
			.toList();
		List<DemoPerson> missing = people.stream().filter((person) -> this.reader.contactOf(person).isEmpty()).toList();
		if (!missing.isEmpty()) {
			ContactSealer sealer = insist("encryption keys",
					() -> ContactSealer.to(this.api.getPublic("/api/encryption-keys").toString()));
			missing.forEach((person) -> this.publisher.publish(person, sealer));
			publishRecords(missing, sealer);
			this.publisher.flush();
		}
		await("%s's contacts".formatted(this.api.tenant().title()),
				() -> missing.stream().allMatch((person) -> this.reader.contactOf(person).isPresent()));
	}

	/// What a company has ordered is said again with each batch; that changes nothing.
	private void publishRecords(List<DemoPerson> people, ContactSealer sealer) {
		DemoTenant tenant = this.api.tenant();
		LocalDate today = LocalDate.now(ZoneId.of(tenant.timeZone()));
		for (DemoPerson person : people) {
			this.publisher.publishRecords(person, DemoRecords.ORDERS, DemoRecords.orders(person, today), sealer);
			this.publisher.publishRecords(person, DemoRecords.CASES, DemoRecords.cases(person, today), sealer);
		}
		people.stream()
			.map(DemoPerson::organisation)
			.distinct()
			.forEach((organisation) -> this.publisher.publishRecords(tenant, organisation, DemoRecords.ORDERS,
					DemoRecords.ordersOf(tenant, organisation, today), sealer));
	}

	/// Brings many people, a batch at a time, telling how far it is.
	void bringRest(int from, int to) {
		for (int start = from; start < to; start += BATCH) {
			int end = Math.min(to, start + BATCH);
			bring(start, end);
			if (to - from > BATCH) {
				this.news.accept("%s: %,d of %,d contacts".formatted(this.api.tenant().title(), end, to));
			}
		}
	}

	/// The page shows what the reader's own company has ordered, too.
	void dressPage() {
		insist("page", () -> {
			new DemoPage(this.api).showCompanysOrders();
			return PAGE;
		});
	}

	/// A link for each of the first people. New ones if the first kept link leads
	/// nowhere: an
	/// older version's are of another form, and somebody may have revoked them.
	/// @param kept links of an earlier start, to be used while they work: only their
	/// hashes are stored, so they can't be asked for
	List<IssuedLink> links(int count, List<IssuedLink> kept) {
		Map<String, DemoPerson> people = new HashMap<>();
		List<String> contacts = IntStream.range(0, count)
			.mapToObj((number) -> DemoPeople.person(this.api.tenant(), number))
			.map((person) -> {
				String contact = this.reader.contactOf(person).orElseThrow();
				people.put(contact, person);
				return contact;
			})
			.toList();
		List<IssuedLink> own = kept.stream().filter((link) -> people.containsKey(link.contactId())).toList();
		return (own.size() == count && this.api.isThere(URI.create(own.getFirst().url()))) ? own
				: issue(contacts, people);
	}

	private List<IssuedLink> issue(List<String> contacts, Map<String, DemoPerson> people) {
		JsonNode answer = insist("links",
				() -> this.api.post("/api/links", Map.of("page", PAGE, "contacts", contacts)));
		return StreamSupport.stream(answer.path("links").spliterator(), false)
			.map((link) -> issued(link, people))
			.toList();
	}

	private IssuedLink issued(JsonNode link, Map<String, DemoPerson> people) {
		String contact = link.path("contact").asString();
		DemoPerson person = people.get(contact);
		if (person == null) {
			throw new StartFailed("token-service issued a link for a contact that nobody asked for");
		}
		return new IssuedLink(this.api.tenant().id(), contact, person.name(), person.email(), PAGE,
				link.path("url").asString());
	}

	/// Right after the start an answer may need what another service hasn't heard of yet.
	private static <T> T insist(String what, Supplier<T> question) {
		Instant deadline = Instant.now().plus(PATIENCE);
		while (true) {
			try {
				return question.get();
			}
			catch (ApiRefusal refusal) {
				if (Instant.now().isAfter(deadline)) {
					throw new StartFailed("The demo CRM got no " + what + ": " + refusal.getMessage());
				}
				pause(200);
			}
		}
	}

	private static void await(String what, Supplier<Boolean> condition) {
		Instant deadline = Instant.now().plus(PATIENCE);
		while (!condition.get()) {
			if (Instant.now().isAfter(deadline)) {
				throw new StartFailed("Insyn did not register " + what + " within " + PATIENCE.toSeconds()
						+ " s; the log of contact-service may say why");
			}
			pause(20);
		}
	}

	private static void pause(int milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartFailed("interrupted");
		}
	}

}
