package dev.insyn.token.portal;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import dev.insyn.token.ContactServiceForTests;
import dev.insyn.token.Visitor;
import dev.insyn.token.WholeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// From the address to the session and out again, and what an attacker gets on the way. Seen red: with wrong codes that are
/// not counted, and with ended sessions that go on.
@WholeService
@SuppressWarnings("NullAway.Init") // injected
class PortalSignInIT {

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

	@Test
	void aCodeLeadsToASessionThatNamesNoPage() {
		assertThat(this.guest.get("/sign-in").body()).contains("Logga in hos Nordcykel AB", "autocomplete=\"email\"");
		HttpResponse<String> asked = this.guest.ask(this.address);
		assertThat(asked.statusCode()).isEqualTo(303);
		assertThat(asked.headers().firstValue("Location")).contains("/portal/nordcykel/sign-in/code");
		assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "Secure",
				"SameSite=Lax", "Max-Age=600");
		assertThat(this.guest.get("/sign-in/code").body()).contains("autocomplete=\"one-time-code\"",
				"inputmode=\"numeric\"", this.address);

		HttpResponse<String> in = this.guest.enter(mailedCode(this.anna));
		assertThat(in.statusCode()).isEqualTo(303);
		assertThat(in.headers().firstValue("Location")).as("a passkey is offered once")
			.contains("/portal/nordcykel/access/offer");
		assertThat(this.guest.get("/access/offer").body()).contains("data-passkey=\"create\"", "passkey.js")
			.doesNotContain("unsafe");
		JsonNode claims = this.visitor.claims(this.guest.token());
		assertThat(claims.path("contact").asString()).isEqualTo(this.anna);
		assertThat(claims.path("tenant").asString()).isEqualTo("nordcykel");
		assertThat(claims.path("portal").asBoolean()).isTrue();
		assertThat(claims.has("page") || claims.has("link")).isFalse();
		this.told.await((event) -> event.type().equals("portal.signed-in.v1") && event.body().contains(this.anna)
				&& event.body().contains("\"code\""));
	}

	/// What is answered for an address that nobody has is, but for the address, the
	/// same to the letter: status, headers, words, and try by try. Red when the page
	/// says that nobody has it, or asks no code.
	@Test
	void nothingTellsWhetherTheAddressIsKnown() {
		Guest stranger = new Guest(this.visitor, "nordcykel");
		String nobodys = "nobody-" + UUID.randomUUID() + "@kund.example";
		assertSame(this.guest.ask(this.address), stranger.ask(nobodys), nobodys);
		assertSame(this.guest.get("/sign-in/code"), stranger.get("/sign-in/code"), nobodys);
		String wrong = mailedCode(this.anna).equals("111111") ? "222222" : "111111";
		for (int guess = 0; guess < 6; guess++) {
			assertSame(this.guest.enter(wrong), stranger.enter(wrong), nobodys);
		}
		assertSame(this.guest.ask(this.address), stranger.ask(nobodys), nobodys);
	}

	/// The code is right, but five wrong ones came before. Red when tries are not
	/// counted.
	@Test
	void fiveWrongCodesAreEnough() {
		this.guest.ask(this.address);
		String right = mailedCode(this.anna);
		String wrong = right.equals("111111") ? "222222" : "111111";
		for (int guess = 0; guess < 4; guess++) {
			assertThat(this.guest.enter(wrong).body()).contains("Koden stämmer inte");
		}
		assertThat(this.guest.enter(wrong).body()).contains("för många gånger");
		assertThat(this.guest.enter(right).body()).contains("för många gånger");
		assertThat(this.guest.token()).isEmpty();
	}

	/// Another browser that learns the code can do nothing with it.
	@Test
	void aCodeWorksInTheBrowserThatAskedForItAlone() {
		this.guest.ask(this.address);
		String code = mailedCode(this.anna);
		Guest thief = new Guest(this.visitor, "nordcykel");
		ContactServiceForTests.knows("nordcykel", "thief-" + this.address, "thief-" + this.anna);
		thief.ask("thief-" + this.address);
		thief.enter(code);
		assertThat(thief.token()).isEmpty();
		assertThat(this.guest.enter(code).statusCode()).isEqualTo(303);
	}

	@Test
	void anotherCodeComesAMinuteLaterAtTheEarliestWhoeverAsks() {
		this.guest.ask(this.address);
		HttpResponse<String> again = this.guest.post("/sign-in/again");
		assertThat(again.statusCode()).isEqualTo(429);
		assertThat(again.body()).as("where the code that was mailed is entered")
			.contains("name=\"code\"", "Du kan be om en ny om");
		assertThat(this.guest.ask(this.address).body()).as("typed once more").contains("name=\"code\"");
		assertThat(again.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow()).isBetween(1, 61);
		assertThat(
				new Guest(this.visitor, "nordcykel").ask(this.address.toUpperCase(java.util.Locale.ROOT)).statusCode())
			.isEqualTo(429);
	}

	/// However often it is pressed at once, a code begins one session and is told once.
	/// To go
	/// red when each press begins a session of its own.
	@Test
	void aCodeThatIsPressedSeveralTimesAtOnceIsOneSignIn() throws Exception {
		this.guest.ask(this.address);
		String form = Visitor.form("code", mailedCode(this.anna));
		String kept = "__Host-insyn-portal-code-nordcykel=" + this.guest.cookie("__Host-insyn-portal-code-nordcykel");
		Set<String> sessions = ConcurrentHashMap.newKeySet();
		Callable<HttpResponse<String>> press = () -> this.visitor.submit("/portal/nordcykel/sign-in/code", form,
				"Cookie", kept);
		try (ExecutorService fingers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<HttpResponse<String>> pressed : fingers.invokeAll(Collections.nCopies(8, press))) {
				assertThat(pressed.get().statusCode()).isEqualTo(303);
				sessions.add(this.visitor.claims(Visitor.tokenOf(pressed.get())).path("sid").asString());
			}
		}
		assertThat(sessions).hasSize(1);
		Predicate<Received> told = (event) -> event.type().equals("portal.signed-in.v1")
				&& event.body().contains(this.anna);
		this.told.await(told);
		assertThat(this.visitor.submit("/portal/nordcykel/sign-in/code", form, "Cookie", kept).statusCode())
			.as("a double click")
			.isEqualTo(303);
		assertThat(this.told.all()).filteredOn(told).hasSize(1);
	}

	/// To go red where an address on the way leaves the language out.
	@Test
	void theLanguageThatWasChosenByHandStaysToTheEnd() {
		String erik = "erik-" + this.anna;
		ContactServiceForTests.knows("nordcykel", "both-" + this.address, this.anna, erik);
		ContactServiceForTests.calls(this.anna, "Anna Lindqvist");
		ContactServiceForTests.calls(erik, "Erik Lindqvist");
		this.guest.post("/sign-in?lang=en", Visitor.form("email", "both-" + this.address));
		assertThat(location(this.guest.post("/sign-in/code?lang=en", Visitor.form("code", mailedCode(this.anna)))))
			.isEqualTo("/portal/nordcykel/sign-in/choose?lang=en");
		assertThat(this.guest.get("/sign-in/choose?lang=en").body())
			.contains("action=\"/portal/nordcykel/sign-in/choose?lang=en\"");
		assertThat(location(this.guest.post("/sign-in/choose?lang=en", Visitor.form("contact", erik))))
			.isEqualTo("/portal/nordcykel/access/offer?lang=en");
		assertThat(this.guest.get("/access?lang=en").body()).contains("/portal/nordcykel/sign-out?lang=en");
		assertThat(location(this.guest.post("/sign-out?lang=en")))
			.isEqualTo("/portal/nordcykel/sign-in?signed-out&lang=en");
	}

	@Test
	void whoSharesAnAddressIsChosenAfterTheCodeAndNobodyElseCanBe() {
		String erik = "erik-" + this.anna;
		ContactServiceForTests.knows("nordcykel", "both-" + this.address, this.anna, erik);
		ContactServiceForTests.calls(this.anna, "Anna Lindqvist");
		ContactServiceForTests.calls(erik, "Erik Lindqvist");
		assertThat(this.guest.get("/sign-in/choose").statusCode()).as("before the code").isEqualTo(303);
		this.guest.ask("both-" + this.address);
		HttpResponse<String> entered = this.guest.enter(mailedCode(this.anna));
		assertThat(entered.headers().firstValue("Location").orElseThrow()).contains("/sign-in/choose");
		assertThat(this.guest.token()).isEmpty();
		assertThat(this.guest.get("/sign-in/choose").body()).contains("Anna Lindqvist", "Erik Lindqvist");

		this.guest.post("/sign-in/choose", Visitor.form("contact", "somebody-else"));
		assertThat(this.guest.token()).isEmpty();
		this.guest.post("/sign-in/choose", Visitor.form("contact", erik));
		assertThat(this.visitor.claims(this.guest.token()).path("contact").asString()).isEqualTo(erik);
		Guest late = new Guest(this.visitor, "nordcykel");
		late.set("__Host-insyn-portal-code-nordcykel", "");
		assertThat(late.post("/sign-in/choose", Visitor.form("contact", this.anna)).headers().firstValue("Location"))
			.contains("/portal/nordcykel/sign-in");
	}

	/// Whoever planted a cookie knows nothing of the session that begins: it is another.
	@Test
	void beginsASessionOfItsOwnEachTime() {
		String first = signIn();
		this.guest.set("__Host-insyn", first);
		ContactServiceForTests.knows("nordcykel", "again-" + this.address, "again-" + this.anna);
		this.guest.ask("again-" + this.address);
		this.guest.enter(mailedCode("again-" + this.anna));
		JsonNode before = this.visitor.claims(first);
		JsonNode after = this.visitor.claims(this.guest.token());
		assertThat(after.path("sid")).isNotEqualTo(before.path("sid"));
		assertThat(after.path("contact").asString()).isEqualTo("again-" + this.anna);
	}

	/// A token that was copied before the sign-out lives on in itself, so services ask.
	@Test
	void aSessionThatIsOverIsNotReplayed() {
		String token = signIn();
		assertThat(check(token)).isEqualTo(204);
		assertThat(this.visitor.renew(token).statusCode()).isEqualTo(200);
		HttpResponse<String> out = this.guest.post("/sign-out");
		assertThat(out.headers().firstValue("Location")).contains("/portal/nordcykel/sign-in?signed-out");
		assertThat(this.guest.token()).isEmpty();
		assertThat(check(token)).isEqualTo(401);
		assertThat(this.visitor.renew(token).statusCode()).isEqualTo(401);
		this.told.await((event) -> event.type().equals("portal.signed-out.v1") && event.body().contains(this.anna));
	}

	@Test
	void theDoorOfAnotherTenantKnowsNothingOfIt() {
		this.guest.ask(this.address);
		String challenge = this.guest.cookie("__Host-insyn-portal-code-nordcykel");
		String code = mailedCode(this.anna);
		Guest other = new Guest(this.visitor, "fjordbok");
		other.set("__Host-insyn-portal-code-fjordbok", challenge);
		assertThat(other.get("/sign-in/code").statusCode()).isEqualTo(303);
		other.enter(code);
		assertThat(other.token()).isEmpty();
		assertThat(this.visitor.get("/portal/nobody/sign-in", "Accept", "text/html").statusCode()).isEqualTo(404);
	}

	/// Red when the looking-up is done before the answer.
	@Test
	void answersAlsoWhileContactServiceIsAwayAndMailsWhenItIsBack() {
		ContactServiceForTests.isAway(true);
		try {
			assertThat(this.guest.ask(this.address).statusCode()).isEqualTo(303);
		}
		finally {
			ContactServiceForTests.isAway(false);
		}
		assertThat(this.guest.enter(mailedCode(this.anna)).statusCode()).isEqualTo(303);
	}

	private String signIn() {
		this.guest.ask(this.address);
		this.guest.enter(mailedCode(this.anna));
		return this.guest.token();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	private int check(String token) {
		return this.visitor.post("/sessions/check", "", "Authorization", "Bearer " + token).statusCode();
	}

	private String mailedCode(String contact) {
		return MailedCodes.of(this.told, this.visitor, "nordcykel", contact);
	}

	private void assertSame(HttpResponse<String> known, HttpResponse<String> unknown, String nobodys) {
		assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
		assertThat(seconds(unknown.body().replace(nobodys, "x")))
			.isEqualTo(seconds(known.body().replace(this.address, "x")));
		for (String header : List.of("Location", "Content-Language", "Vary")) {
			assertThat(unknown.headers().firstValue(header)).isEqualTo(known.headers().firstValue(header));
		}
	}

	private static String seconds(String body) {
		return body.replaceAll("\\d+ sekunder|en sekund|en minut", "(some time)")
			.replaceAll("data-options=\"[^\"]*\"", "(a challenge)");
	}

}
