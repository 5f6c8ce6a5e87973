package dev.insyn.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.insyn.events.EmailBounced;
import dev.insyn.events.Topics;
import dev.insyn.testing.Events;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

import static dev.insyn.contact.CrmForTests.anna;
import static dev.insyn.contact.CrmForTests.newCrmId;
import static org.assertj.core.api.Assertions.assertThat;

/// A mail came back: users see it at the contact, for as long as that has the address.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class BounceIT {

	private static final String TENANT = "nordcykel";

	private static final String WARNING = "Mail to this contact comes back";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private Events events;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Environment environment;

	@Test
	void anAddressThatTakesNoMailIsShownUntilThereIsAnother() {
		String crmId = newCrmId();
		this.crm.publish(TENANT, crmId, 1, Instant.now().minusSeconds(86_400), anna());
		String contact = this.crm.awaitContact(TENANT, crmId);
		cameBack(contact, "5.1.1", Instant.now());
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> screen(contact).contains(WARNING));
		Map<String, Object> moved = new LinkedHashMap<>(anna());
		moved.put("email", "anna@ny.example");
		this.crm.publish(TENANT, crmId, 2, Instant.now(), moved);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !screen(contact).contains(WARNING));
	}

	@Test
	void whatSaysNothingAgainstTheAddressIsNotShown() {
		String mailboxFull = this.crm.registerAnna(TENANT);
		String newAddress = this.crm.registerAnna(TENANT);
		String stranger = this.crm.registerAnna("fjordbok");
		String last = this.crm.registerAnna(TENANT);
		cameBack(mailboxFull, "5.2.2", Instant.now());
		cameBack(mailboxFull, "4.4.7", Instant.now());
		cameBack(mailboxFull, "5.7.1", Instant.now());
		cameBack(newAddress, "5.1.1", Instant.now().minusSeconds(2 * 86_400));
		cameBack(stranger, "5.1.1", Instant.now());
		cameBack(last, "5.1.1", Instant.now());
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> screen(last).contains(WARNING));
		assertThat(screen(mailboxFull)).doesNotContain(WARNING);
		assertThat(screen(newAddress)).doesNotContain(WARNING);
	}

	private void cameBack(String contact, String status, Instant sent) {
		String id = UUID.randomUUID().toString();
		this.events.send(Topics.NOTIFICATIONS, TENANT + ":" + contact,
				this.events.headers(id, EmailBounced.TYPE, TENANT, contact),
				this.json.writeValueAsString(new EmailBounced(id.replace("-", ""), "mailing", contact, null, sent,
						Instant.now(), "m7k2n4p6r8t3", status, "m7k2n4p6r8t3")));
	}

	private String screen(String contact) {
		return RestClient.create("http://localhost:" + this.environment.getProperty("local.server.port"))
			.get()
			.uri("/admin/contacts/" + contact)
			.header("Authorization", "Bearer " + this.service.user(TENANT, "karin", 50))
			.retrieve()
			.requiredBody(String.class);
	}

}
