package dev.insyn.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Users who want it are told each morning what is due.
class DailyMailIT extends WholeService {

	@Autowired
	private QueueingDigests digests;

	@Autowired
	private Tenants tenants;

	/// Red when the day is not remembered, or the mail's id doesn't follow from it.
	@Test
	void whoWantsItIsToldOnceADayWhatIsDueAndNobodyElse() {
		Tenant tenant = this.tenants.get(new TenantId("nordcykel"));
		String writer = this.tokens.client("nordcykel", "crm", "activities.write");
		this.calls.json("POST", "/api/activities", writer,
				"{\"contact\":\"k3v5q7w2m4n6p7r2t4x6z2b4c6\",\"type\":\"call\",\"subject\":\"Fakturan <b>till</b> Bo\",\"assignee\":\"karin@nordcykel.example\",\"due\":\"2020-01-02\"}",
				null);
		assertThat(this.calls.post("/admin/activities/digest", "karin", 10, "on=true").status()).isEqualTo(303);
		assertThat(this.calls.post("/admin/activities/digest", "somebody", 10, "on=true").status()).isEqualTo(303);
		Instant morning = LocalDate.now(tenant.timeZone()).atTime(7, 1).atZone(tenant.timeZone()).toInstant();
		this.digests.look(tenant, morning.minusSeconds(600));
		this.digests.look(tenant, morning);
		this.digests.look(tenant, morning);
		this.digests.look(tenant, morning.plusSeconds(600));

		Awaitility.await().untilAsserted(() -> assertThat(digestsTo(KARIN)).hasSize(1));
		assertThat(digestsTo(KARIN).getFirst()).contains("Fakturan", "overdue since").doesNotContain("k3v5q7w2m4n6p7");
		assertThat(this.calls.screen("/admin/emails?contact=-", 10).text()).contains("The day’s activities");
		this.calls.post("/admin/activities/digest", "karin", 10, "");
		this.digests.look(tenant, morning.plusSeconds(86_400));
		assertThat(digestsTo(KARIN)).hasSize(1);
	}

	private static List<String> digestsTo(String address) {
		return Mails.all(mailServer)
			.stream()
			.filter((mail) -> mail.contains("To: " + address) && mail.contains("Open my activities"))
			.toList();
	}

}
