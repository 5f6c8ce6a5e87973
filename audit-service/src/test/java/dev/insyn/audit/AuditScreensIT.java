package dev.insyn.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.insyn.audit.AuditFixtures.Intruder;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/// The log as users read and verify it. The claims about levels go red with level 10 on the verification and none
/// on the log, the one about tenants with a record read from a fixed chain.
@SpringBootTest
@AutoConfigureMockMvc
@Import({ InfrastructureForTests.class, TestTokens.class })
class AuditScreensIT {

	private static final TenantId CHAIN = new TenantId("fjordbok");

	private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

	private final String contact = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 25);

	@Autowired
	private Chains chains;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Environment environment;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void somethingHappens() {
		append("contact.data-updated.v1", "contact:" + this.contact);
		append("link.opened.v1", "contact:" + this.contact);
		append("landing-page.published.v1", "user:kim");
	}

	private void append(String type, String actor) {
		String id = UUID.randomUUID().toString();
		String about = type.startsWith("landing-page") ? null : this.contact;
		byte[] body = ("{\"page\":\"P05\",\"sealed\":\"a..b.c." + id + "\"}").getBytes(StandardCharsets.UTF_8);
		this.chains.append(CHAIN, "insyn.test-0-" + id, new AuditedEvent(id, type, this.contact, actor,
				"2026-11-21T09:30:00Z", "/test", about, null, null, body, "digest", null));
	}

	private MvcTestResult get(String tenant, int level, String address) {
		return this.mvc.get()
			.uri(address)
			.header("Authorization", "Bearer " + this.tokens.user(tenant, "kim", level))
			.header("Accept", BROWSER)
			.exchange();
	}

	private Document screen(String address) throws Exception {
		MvcTestResult answer = get("fjordbok", 99, address);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	@Test
	void showsWhoDidWhatNewestFirst() throws Exception {
		Document log = screen("/admin/audit");
		assertThat(log.select(".row-link").eachText()).startsWith("Landing page published", "Link opened",
				"Contact’s data changed");
		assertThat(log.select("tbody tr:first-child td").eachText()).contains("You", "test", "just now");
		assertThat(log.select("tbody tr").get(1).text()).contains("Contact " + this.contact);
		assertThat(log.select(".total").text()).isEqualTo(this.chains.length(CHAIN) + " rows");
	}

	@Test
	void findsByContactTypeActorAndDay() throws Exception {
		assertThat(screen("/admin/audit?contact=" + this.contact).select(".row-link").eachText())
			.containsExactly("Link opened", "Contact’s data changed");
		assertThat(screen("/admin/audit?type=link.opened.v1&actor=" + this.contact).select(".row-link").eachText())
			.containsExactly("Link opened");
		assertThat(screen("/admin/audit?actor=contact:" + this.contact).select(".row-link")).hasSize(2);
		LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Oslo"));
		assertThat(
				screen("/admin/audit?contact=" + this.contact + "&from=" + today + "&to=" + today).select(".row-link"))
			.hasSize(2);
		assertThat(screen("/admin/audit?from=" + today.plusDays(1)).select(".empty").text())
			.contains("Nothing matches");
		assertThat(screen("/admin/audit?to=" + today.minusDays(1)).select(".row-link")).isEmpty();
		assertThat(screen("/admin/audit?from=rubbish&after=rubbish").select(".row-link")).isNotEmpty();
	}

	@Test
	void goesOnAfterTheLastRow() throws Exception {
		for (int i = 0; i < 51; i++) {
			append("email.sent.v1", "system:test");
		}
		Document first = screen("/admin/audit");
		assertThat(first.select(".row-link")).hasSize(50);
		Document second = screen(first.select(".table-foot a").attr("href"));
		assertThat(second.select(".row-link").attr("href"))
			.isNotEqualTo(first.select("tbody tr:last-child .row-link").attr("href"));
		assertThat(second.select("tbody tr:first-child .row-link").text()).isEqualTo("Email sent");
	}

	@Test
	void showsARecordBetweenItsNeighbours() throws Exception {
		long last = this.chains.length(CHAIN);
		Document record = screen("/admin/audit/" + (last - 1));
		assertThat(record.select("h1").text()).isEqualTo("Link opened");
		assertThat(record.select(".source").text()).contains("\"sealed\"");
		assertThat(record.select(".badge").eachText()).containsExactly("Fits the record", "Follows on it",
				"Follows on this one");
		assertThat(screen("/admin/audit/" + last).select(".facts").text()).contains("None yet");
		assertThat(get("fjordbok", 99, "/admin/audit/999999")).hasStatus(404);
	}

	@Test
	void showsATenantItsOwnLogOnly() {
		long last = this.chains.length(CHAIN);
		assertThat(get("nordcykel", 99, "/admin/audit?contact=" + this.contact)).hasStatusOk()
			.bodyText()
			.doesNotContain("Link opened</a>");
		assertThat(get("nordcykel", 99, "/admin/audit/" + last)).bodyText().doesNotContain(this.contact);
	}

	@Test
	void asksForALevel() {
		assertThat(get("fjordbok", 9, "/admin/audit")).hasStatus(403);
		assertThat(get("fjordbok", 9, "/admin/audit/1")).hasStatus(403);
		assertThat(get("fjordbok", 10, "/admin/audit/verify")).hasStatusOk().bodyText().doesNotContain("Verify now");
		assertThat(this.mvc.post()
			.uri("/admin/audit/verify")
			.header("Authorization", "Bearer " + this.tokens.user("fjordbok", "kim", 98))).hasStatus(403);
		assertThat(get("fjordbok", 10, "/audit")).hasStatusOk();
		assertThat(get("fjordbok", 98, "/audit/verify")).hasStatus(403);
	}

	@Test
	void verifiesOnDemandAndSaysWhatIsWrong() throws Exception {
		assertThat(verdict().select(".notice.success").text()).contains("The log is intact");
		long seq = this.chains.length(CHAIN);
		try (Intruder intruder = new Intruder(this.environment)) {
			var record = Filters.eq("_id", "fjordbok:" + AuditRecord.id(seq));
			intruder.records().updateOne(record, Updates.set("event.actor", "user:nobody"));
			Document verdict = verdict();
			assertThat(verdict.select(".notice.warning").text()).contains("The log is not intact",
					"Record " + seq + " is not what it was");
			assertThat(verdict.select(".facts a").attr("href")).isEqualTo("/admin/audit/" + seq);
			assertThat(screen("/admin/audit/" + seq).select(".badge").text()).contains("Does not fit");
			intruder.records().updateOne(record, Updates.set("event.actor", "user:kim"));
			assertThat(verdict().select(".notice.success")).isNotEmpty();
		}
	}

	/// Anchors may be unread where the broker is busy; that is no other verdict.
	private Document verdict() {
		assertThat(this.mvc.post()
			.uri("/admin/audit/verify")
			.header("Authorization", "Bearer " + this.tokens.user("fjordbok", "kim", 99))).hasStatus(303)
			.hasHeader("Location", "/admin/audit/verify");
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> screen("/admin/audit/verify"), (screen) -> screen.select("progress").isEmpty());
	}

}
