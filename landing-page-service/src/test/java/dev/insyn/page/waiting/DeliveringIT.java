package dev.insyn.page.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.insyn.page.Anna;
import dev.insyn.page.StubContactService;
import dev.insyn.page.StubContactService.Mood;
import dev.insyn.page.contacts.ContactService;
import dev.insyn.page.contacts.PageUpdate;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// What happens when a deliverer dies in the middle.
@SpringBootTest(properties = { "insyn.landing-page.delivery-interval=100", "insyn.landing-page.delivery-lease=1s",
		"insyn.landing-page.give-up-after=2s" })
@AutoConfigureMockMvc
@ActiveProfiles("tenants")
@Import({ InfrastructureForTests.class, TestTokens.class })
class DeliveringIT {

	private static final StubContactService CONTACTS = new StubContactService();

	private static final String BERTIL = "bertil";

	private static final TenantId TENANT = new TenantId("nordcykel");

	@Autowired
	private WaitingUpdates waiting;

	@Autowired
	private ContactService contacts;

	@DynamicPropertySource
	static void contactService(DynamicPropertyRegistry registry) {
		registry.add("insyn.services.contact", CONTACTS::address);
	}

	/// A deliverer takes the queue, delivers and dies before it forgets the update. When
	/// its lease has ended another one
	/// delivers the same update under the same key. Red when delivery makes a key of its
	/// own.
	@Test
	void appliesOnceWhatWasDeliveredByADelivererThatDied() {
		Anna.isIn(CONTACTS);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			CONTACTS.is(Mood.WELL);
			return accepted("key-of-the-form-0001", "title", "Chef");
		});
		CONTACTS.is(Mood.GONE);
		assertThat(accepted("key-of-the-form-0002", "notes", "Ring inte")).isTrue();
		ContactQueue mine = Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.waiting.lease(TENANT, Anna.ID), (lease) -> lease.isPresent())
			.orElseThrow();
		WaitingUpdate first = mine.first().orElseThrow();
		CONTACTS.is(Mood.WELL);
		this.contacts.deliver(TENANT, Anna.ID, first.key(), first.sealed(), List.of());
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.waiting.waitFor(TENANT, Anna.ID));
		assertThat(CONTACTS.received().stream().filter((update) -> update.key().equals(first.key())))
			.hasSizeGreaterThan(1);
		assertThat(CONTACTS.applied().stream().filter((update) -> update.key().equals(first.key()))).hasSize(1);
	}

	/// An update that contact-service can only answer with a failure must not hold up the
	/// contact's next ones for ever.
	/// Goes red with a limit that is never reached.
	@Test
	void tellsAnUpdateAsNotSavedThatContactServiceAnswersWithFailuresAgainAndAgain() {
		CONTACTS.put(BERTIL, "notes", "Ring gärna");
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			CONTACTS.is(Mood.WELL);
			return accepted(BERTIL, "key-of-the-form-0004", "notes", "Ring sällan");
		});
		CONTACTS.is(Mood.FAILING);
		assertThat(accepted(BERTIL, "key-of-the-form-0005", "notes", "Ring inte")).isTrue();

		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.waiting.waitFor(TENANT, BERTIL));

		assertThat(this.waiting.standing(TENANT, BERTIL).undelivered()).extracting(Undelivered::reason)
			.contains("cannot-be-applied");
		CONTACTS.is(Mood.WELL);
	}

	/// The update itself rests sealed: nothing of it can be read here. Until one is
	/// accepted, the key that it is sealed to is not known yet.
	@Test
	void keepsWhatWaitsSealed() {
		CONTACTS.is(Mood.WELL);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> accepted("key-of-the-form-0006", "notes", "Ring inte"));
		CONTACTS.is(Mood.GONE);
		assertThat(accepted("key-of-the-form-0003", "last-name", "Hemlig")).isTrue();
		String stored = String.valueOf(this.waiting.standing(TENANT, Anna.ID)) + this.waiting.lease(TENANT, Anna.ID);
		assertThat(stored).doesNotContain("Hemlig");
	}

	private boolean accepted(String key, String field, String value) {
		return accepted(Anna.ID, key, field, value);
	}

	private boolean accepted(String contact, String key, String field, String value) {
		try {
			this.waiting.accept(TENANT, contact, key, new PageUpdate("P05", 1, "link", Instant.now(), Map.of(field, 1L),
					Map.of(field, value), Map.of(), null, "sv"));
			return true;
		}
		catch (EncryptionKeys.NoKeyYet notYet) {
			return false;
		}
	}

}
