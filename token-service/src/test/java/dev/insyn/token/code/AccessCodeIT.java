package dev.insyn.token.code;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.insyn.events.AccessCodeRequested;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import dev.insyn.token.Visitor;
import dev.insyn.token.WholeService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Codes from being asked for to being entered, and what guessing gets one.
@WholeService
@SuppressWarnings("NullAway.Init") // injected
class AccessCodeIT {

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	private static final TenantId FJORDBOK = new TenantId("fjordbok");

	@Autowired
	private AccessCodes codes;

	@Autowired
	private CodeDigits digits;

	@Autowired
	private Visitor visitor;

	@Autowired
	private Events events;

	private final String anna = "contact-" + UUID.randomUUID();

	@Test
	void isToldWithoutItsDigitsAndHandedToWhoeverWritesTheMail() {
		try (Recording told = this.events.record("insyn.links")) {
			String challenge = this.codes.ask(NORDCYKEL, this.anna, Purpose.LINK, "P05", "sv");
			Received requested = told.await((event) -> event.subject().equals(challenge));
			assertThat(requested.type()).isEqualTo(AccessCodeRequested.TYPE);
			assertThat(requested.body()).contains(this.anna, "\"P05\"", "\"link\"").doesNotContain(code(challenge));

			HttpResponse<String> mailed = mailed(challenge);
			assertThat(this.visitor.read(mailed).path("code").asString()).isEqualTo(code(challenge));
			assertThat(this.visitor.read(mailed).path("language").asString()).isEqualTo("sv");
			assertThat(this.visitor.get("/api/access-codes/" + challenge, "Authorization", this.visitor.crm())
				.statusCode()).as("a CRM's client").isEqualTo(403);
		}
	}

	@Test
	void provesTheContactOnce() {
		String challenge = this.codes.ask(NORDCYKEL, this.anna, Purpose.LINK, "P05", "sv");
		String code = code(challenge);
		assertThat(enter(challenge, code.substring(0, 3) + " " + code.substring(3)))
			.isEqualTo(new AccessCodes.Answer(Entered.RIGHT, List.of(this.anna), 5, "P05"));
		assertThat(this.codes.proven(NORDCYKEL, Purpose.LINK, challenge)).containsExactly(this.anna);
		assertThat(mailed(challenge).statusCode()).as("a used code is mailed to nobody").isEqualTo(404);
		this.codes.close(NORDCYKEL, challenge);
		assertThat(enter(challenge, code).outcome()).as("a second press of the same click").isEqualTo(Entered.RIGHT);
		assertThat(mailed(challenge).statusCode()).isEqualTo(404);
	}

	/// Red when purpose or tenant are left out of what the code is made of, or of the
	/// lookup.
	@Test
	void isNoCodeForAnythingElse() {
		String challenge = this.codes.ask(NORDCYKEL, this.anna, Purpose.LINK, "P05", "sv");
		String code = code(challenge);
		assertThat(this.codes.enter(NORDCYKEL, Purpose.PORTAL, challenge, code).contacts()).isEmpty();
		assertThat(this.codes.enter(FJORDBOK, Purpose.LINK, challenge, code).contacts()).isEmpty();
		assertThat(enter(this.codes.ask(NORDCYKEL, "other-" + this.anna, Purpose.LINK, "P05", "sv"), code).contacts())
			.isEmpty();
	}

	/// Forty guesses at once: five are looked at, whoever comes first. Seen red with
	/// wrong codes that are not counted.
	@Test
	void isNotGuessedFasterInParallel() throws Exception {
		String challenge = this.codes.ask(NORDCYKEL, this.anna, Purpose.PORTAL, null, "sv");
		String right = this.digits.of(NORDCYKEL, Purpose.PORTAL, challenge);
		List<Callable<Entered>> guesses = new ArrayList<>();
		for (int guess = 0; guess < 40; guess++) {
			String digits = "%06d".formatted((Integer.parseInt(right) + 1 + guess) % 1_000_000);
			guesses.add(() -> this.codes.enter(NORDCYKEL, Purpose.PORTAL, challenge, digits).outcome());
		}
		try (ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor()) {
			long looked = 0;
			for (Future<Entered> outcome : attackers.invokeAll(guesses)) {
				looked += (outcome.get() == Entered.WRONG) ? 1 : 0;
			}
			assertThat(looked).as("the fifth is told as the last").isEqualTo(4);
		}
		assertThat(this.codes.enter(NORDCYKEL, Purpose.PORTAL, challenge, right).outcome())
			.as("the right one, too late")
			.isEqualTo(Entered.TOO_MANY_TRIES);
	}

	/// Whoever asks for somebody that nobody knows sees the same, try by try.
	@Test
	void answersTheSameWhetherOrNotAnybodyGetsIt() {
		String known = this.codes.ask(NORDCYKEL, this.anna, Purpose.PORTAL, null, "sv");
		String unknown = this.codes.open(NORDCYKEL, Purpose.PORTAL, null, "sv");
		String wrong = this.digits.of(NORDCYKEL, Purpose.PORTAL, known).equals("000000") ? "000001" : "000000";
		for (int guess = 0; guess < 7; guess++) {
			assertThat(this.codes.enter(NORDCYKEL, Purpose.PORTAL, unknown, wrong))
				.isEqualTo(this.codes.enter(NORDCYKEL, Purpose.PORTAL, known, wrong));
		}
		String another = this.codes.open(NORDCYKEL, Purpose.PORTAL, null, "sv");
		String itsDigits = this.digits.of(NORDCYKEL, Purpose.PORTAL, another);
		assertThat(this.codes.enter(NORDCYKEL, Purpose.PORTAL, another, itsDigits).outcome())
			.as("right digits that were mailed to nobody")
			.isEqualTo(Entered.WRONG);
	}

	@Test
	void comesAMinuteApartAtTheEarliest() {
		String first = this.codes.ask(NORDCYKEL, this.anna, Purpose.PORTAL, null, "sv");
		String second = this.codes.ask(NORDCYKEL, this.anna, Purpose.PORTAL, null, "sv");
		assertThat(mailed(first).statusCode()).isEqualTo(200);
		assertThat(mailed(second).statusCode()).isEqualTo(404);
	}

	private String code(String challenge) {
		return this.digits.of(NORDCYKEL, Purpose.LINK, challenge);
	}

	private AccessCodes.Answer enter(String challenge, String typed) {
		return this.codes.enter(NORDCYKEL, Purpose.LINK, challenge, typed);
	}

	private HttpResponse<String> mailed(String challenge) {
		String bearer = this.visitor
			.bearer(this.visitor.requestToken("landing-page-service", "landing-page-secret", "tenant=nordcykel"));
		return this.visitor.get("/api/access-codes/" + challenge, "Authorization", bearer);
	}

}
