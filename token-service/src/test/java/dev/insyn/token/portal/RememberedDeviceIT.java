package dev.insyn.token.portal;

import java.util.UUID;

import dev.insyn.testing.Events;
import dev.insyn.testing.Recording;
import dev.insyn.token.ContactServiceForTests;
import dev.insyn.token.Visitor;
import dev.insyn.token.WholeService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Devices that need no code, and where a contact is signed in; each can be ended.
@WholeService
@SuppressWarnings("NullAway.Init") // injected
class RememberedDeviceIT {

	private static final String DEVICE = "__Host-insyn-portal-device-nordcykel";

	@Autowired
	private Visitor visitor;

	@Autowired
	private Events events;

	private final String anna = "contact-" + UUID.randomUUID();

	private final String address = this.anna + "@kund.example";

	private Recording told;

	private Guest guest;

	@BeforeEach
	void anna() {
		this.told = this.events.record("insyn.links");
		this.guest = new Guest(this.visitor, "nordcykel");
		ContactServiceForTests.knows("nordcykel", this.address, this.anna);
	}

	@AfterEach
	void stopListening() {
		this.told.close();
	}

	/// A remembered device needs no code; its secret works once, and an old one ends it.
	@Test
	void aRememberedDeviceNeedsNoCodeUntilItsSecretIsCopied() {
		this.guest.ask(this.address);
		assertThat(this.guest.get("/sign-in/code").body()).contains("name=\"remember\"");
		this.guest.enter(mailedCode(this.anna), "remember=1");
		String copied = this.guest.cookie("__Host-insyn-portal-device-nordcykel");
		assertThat(copied).isNotEmpty();
		this.guest.post("/sign-out");
		assertThat(this.guest.get("/sign-in").body()).contains("/sign-in/device");

		this.guest.post("/sign-in/device");
		assertThat(this.visitor.claims(this.guest.token()).path("contact").asString()).isEqualTo(this.anna);
		assertThat(this.guest.cookie("__Host-insyn-portal-device-nordcykel")).isNotEqualTo(copied);
		String forged = copied.substring(0, 37) + "A".repeat(43);
		Guest thief = new Guest(this.visitor, "nordcykel");
		thief.set("__Host-insyn-portal-device-nordcykel", forged);
		thief.post("/sign-in/device");
		assertThat(thief.token()).isEmpty();
		this.guest.post("/sign-out");
		this.guest.post("/sign-in/device");
		assertThat(this.guest.token()).as("ended, as somebody else had it").isEmpty();
	}

	/// Each can be ended by its contact from anywhere, and by nobody else.
	@Test
	void showsWhereOneIsSignedInAndEndsIt() {
		this.guest.ask(this.address);
		this.guest.enter(mailedCode(this.anna), "remember=1");
		String session = this.visitor.claims(this.guest.token()).path("sid").asString();
		String device = this.guest.cookie("__Host-insyn-portal-device-nordcykel").split("\\.")[0];
		assertThat(this.guest.get("/access").body()).contains("Hur du loggar in", "/access/device/" + device)
			.doesNotContain("/access/session/" + session);

		Guest other = new Guest(this.visitor, "nordcykel");
		ContactServiceForTests.knows("nordcykel", "other-" + this.address, "other-" + this.anna);
		other.ask("other-" + this.address);
		other.enter(mailedCode("other-" + this.anna));
		other.post("/access/session/" + session);
		other.post("/access/device/" + device);
		assertThat(check(this.guest.token())).as("another contact's").isEqualTo(204);
		assertThat(this.guest.get("/access").body()).contains("/access/device/" + device);

		this.guest.post("/access/device/" + device);
		assertThat(this.guest.get("/access").body()).doesNotContain("/access/device/" + device);
		String token = this.guest.token();
		this.guest.post("/access/session/" + session);
		assertThat(check(token)).isEqualTo(401);
		assertThat(this.guest.get("/access").headers().firstValue("Location")).contains("/portal/nordcykel/sign-in");
	}

	@Test
	void aTenantThatDoesNotWantItRemembersNoDevice() {
		ContactServiceForTests.knows("fjordbok", this.address, this.anna);
		Guest reader = new Guest(this.visitor, "fjordbok");
		reader.ask(this.address);
		assertThat(reader.get("/sign-in/code").body()).doesNotContain("name=\"remember\"");
		reader.enter(mailedCode("fjordbok", this.anna), "remember=1");
		assertThat(reader.token()).isNotEmpty();
		assertThat(reader.cookie("__Host-insyn-portal-device-fjordbok")).isEmpty();
	}

	/// By whoever sits there, without a sign-in: the next one at a shared device must not
	/// get
	/// in by a click. To go red when only the cookie goes.
	@Test
	void isForgottenAtTheDoor() {
		this.guest.ask(this.address);
		this.guest.enter(mailedCode(this.anna), "remember=1");
		String kept = this.guest.cookie(DEVICE);
		this.guest.post("/sign-out");
		assertThat(this.guest.get("/sign-in").body()).contains("/sign-in/device/forgotten");
		Guest elsewhere = new Guest(this.visitor, "nordcykel");
		elsewhere.set(DEVICE, kept.substring(0, 37) + "A".repeat(43));
		elsewhere.post("/sign-in/device/forgotten");
		assertThat(this.guest.get("/sign-in").body()).as("who only knows its id forgets nothing").contains("Fortsätt");

		this.guest.post("/sign-in/device/forgotten");
		assertThat(this.guest.cookie(DEVICE)).isEmpty();
		assertThat(this.guest.get("/sign-in?forgotten").body()).contains("Enheten är glömd")
			.doesNotContain("/sign-in/device");
		this.guest.set(DEVICE, kept);
		this.guest.post("/sign-in/device");
		assertThat(this.guest.token()).isEmpty();
	}

	/// A code proves who reads the address on file; when the company corrects it, that
	/// was
	/// somebody else. What the contact changes itself, with a code to the new address,
	/// ends
	/// nothing. To go red when the correction is not heard.
	@Test
	void anAddressThatTheCompanyCorrectsLetsNobodyInAnyMore() {
		this.guest.ask(this.address);
		this.guest.enter(mailedCode(this.anna), "remember=1");
		String token = this.guest.token();
		String kept = this.guest.cookie(DEVICE);
		correct("\"page\",\"page\":\"P05\"", "email");
		correct("\"crm\",\"source\":\"webcrm\"", "phone");
		assertThat(check(token)).isEqualTo(204);

		correct("\"crm\",\"source\":\"webcrm\"", "email");
		Awaitility.await().untilAsserted(() -> assertThat(check(token)).isEqualTo(401));
		Guest elsewhere = new Guest(this.visitor, "nordcykel");
		elsewhere.set(DEVICE, kept);
		elsewhere.post("/sign-in/device");
		assertThat(elsewhere.token()).isEmpty();
	}

	private void correct(String origin, String field) {
		this.events.send("insyn.contacts", "contact.data-updated.v1", "nordcykel", this.anna, """
				{"contact":"%s","version":2,"at":"2026-11-21T09:30:00Z","origin":{"kind":%s},"fields":["%s"],
				"keyId":"k","sealed":"x"}""".formatted(this.anna, origin, field));
	}

	private String mailedCode(String contact) {
		return mailedCode("nordcykel", contact);
	}

	private String mailedCode(String tenant, String contact) {
		return MailedCodes.of(this.told, this.visitor, tenant, contact);
	}

	private int check(String token) {
		return this.visitor.post("/sessions/check", "", "Authorization", "Bearer " + token).statusCode();
	}

}
