package dev.insyn.system;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Parts die in the middle of it: what was accepted arrives, once.
@ExtendWith(StackExtension.class)
@Order(100)
class FaultsIT {

	private static final Duration RECOVERY = Duration.ofSeconds(90);

	private final Stack stack;

	private final EventLog contacts;

	FaultsIT(Stack stack) {
		this.stack = stack;
		this.contacts = new EventLog(stack, "insyn.contacts");
	}

	/// Ten contacts update while contact-service is killed. Goes red when the waiting
	/// updates of landing-page-service are dropped, or delivered without their key.
	@Test
	void losesNoAcceptedUpdateAndAppliesNoneTwiceWhenContactServiceIsKilled() throws Exception {
		List<Visit> visits = IntStream.range(0, 10)
			.mapToObj((index) -> Visit.begin(this.stack, this.stack.takeLink()))
			.toList();
		List<Visit.Form> forms = visits.stream()
			.map((visit) -> Visit.form(visit.read(), Map.of("title", "Vaktmästare"), "update"))
			.toList();
		long killed = this.stack.ready().service("contact-service").pid();
		List<Boolean> accepted = new ArrayList<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<HttpResponse<String>>> answers = new ArrayList<>();
			for (int i = 0; i < visits.size(); i++) {
				int index = i;
				if (i == 3) {
					this.stack.kill("contact-service");
				}
				answers.add(executor.submit(() -> visits.get(index).submit(forms.get(index))));
			}
			for (Future<HttpResponse<String>> answer : answers) {
				accepted.add(answer.get().statusCode() == 303);
			}
		}
		assertThat(accepted).as("every update is accepted, the service dead or not").doesNotContain(false);
		this.stack.awaitRestart("contact-service", killed);
		for (Visit visit : visits) {
			String contact = visit.link().contactId();
			await("update of " + contact).atMost(RECOVERY)
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> this.contacts.all("contact.data-updated.v1", contact).size() == 1);
		}
		Set<String> ids = visits.stream().map((visit) -> visit.link().contactId()).collect(Collectors.toSet());
		await("stays applied once").during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.contacts.all()
				.stream()
				.filter((event) -> "contact.data-updated.v1".equals(event.type()))
				.filter((event) -> ids.contains(event.subject()))
				.count() == visits.size());
	}

	/// The broker is gone while a contact updates: the contact is answered at once, and
	/// the event follows when the broker is back.
	@Test
	void keepsEventsWhileTheBrokerIsDead() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		Visit.Form form = Visit.form(visit.read(), Map.of("title", "Lagerchef"), "update");
		this.stack.kill("broker");
		assertThat(visit.submit(form).statusCode()).isEqualTo(303);
		this.contacts.await("contact.data-updated.v1", (event) -> visit.link().contactId().equals(event.subject()));
		assertThat(this.contacts.all("contact.data-updated.v1", visit.link().contactId())).hasSize(1);
	}

	@Test
	void aFormSentTwiceIsAppliedOnce() {
		Visit visit = Visit.begin(this.stack, this.stack.takeLink());
		Visit.Form form = Visit.form(visit.read(), Map.of("title", "Domkyrkoorganist"), "update");
		assertThat(visit.submit(form).statusCode()).isEqualTo(303);
		assertThat(visit.submit(form).statusCode()).isEqualTo(303);
		String contact = visit.link().contactId();
		this.contacts.await("contact.data-updated.v1", (event) -> contact.equals(event.subject()));
		await().during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.contacts.all("contact.data-updated.v1", contact).size() == 1
					&& this.contacts.all("contact.data-confirmed.v1", contact).isEmpty());
	}

	@Test
	void twoEditsOfTheSameFieldAtOnceAreShownSideBySide() {
		Ready.Link link = this.stack.takeLink();
		Visit phone = Visit.begin(this.stack, link);
		Visit desk = Visit.begin(this.stack, link);
		Visit.Form late = Visit.form(desk.read(), Map.of("title", "Cirkusdirektör"), "update");
		assertThat(phone.update(Map.of("title", "Sotarmästare")).statusCode()).isEqualTo(303);
		HttpResponse<String> refused = desk.submit(late);
		assertThat(refused.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(refused.body());
		assertThat(page.text()).contains("Sotarmästare");
		assertThat(page.html()).contains("Cirkusdirektör");
	}

	/// A consumer meets rubbish, then goes on with what comes after it.
	@Test
	void aPoisonMessageNeitherBlocksNorGetsLost() {
		EventLog crm = new EventLog(this.stack, "insyn.crm");
		String key = "nordcykel:poison";
		Map<String, String> headers = new TreeMap<>(Map.of("ce_specversion", "1.0", "ce_id", "poison-1", "ce_type",
				"crm.contact-upserted.v1", "ce_source", "/crm", "ce_subject", "poison", "ce_time",
				"2026-11-21T10:00:00Z", "ce_tenant", "nordcykel", "content-type", "application/json"));
		crm.send(key, headers, "{\"source\": \"web".getBytes(StandardCharsets.UTF_8));
		EventLog dead = new EventLog(this.stack, "insyn.crm.contact-service.dlq");
		await("the dead letter").atMost(RECOVERY)
			.pollInterval(Duration.ofSeconds(1))
			.ignoreExceptions()
			.until(() -> dead.all().stream().anyMatch((event) -> "poison-1".equals(event.headers().get("ce_id"))));
	}

	@Test
	void aServiceThatIsKilledComesBackAndAuditStaysWhole() {
		for (String service : List.of("audit-service", "notification-service")) {
			long killed = this.stack.ready().service(service).pid();
			this.stack.kill(service);
			Visit visit = Visit.begin(this.stack, this.stack.takeLink());
			assertThat(visit.update(Map.of("title", "Inköpare")).statusCode()).isEqualTo(303);
			this.stack.awaitRestart(service, killed);
			CrmClient crm = new CrmClient(this.stack, "nordcykel");
			await("audit").atMost(RECOVERY)
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> crm.ask("/audit?contact=" + visit.link().contactId()).toString(),
						(records) -> records.contains("contact.data-updated.v1"));
			JsonNode verdict = crm.ask("/audit/verify");
			assertThat(verdict.toString()).contains("\"intact\":true");
		}
	}

}
