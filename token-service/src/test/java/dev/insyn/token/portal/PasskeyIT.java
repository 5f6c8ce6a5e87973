package dev.insyn.token.portal;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.token.ContactServiceForTests;
import dev.insyn.token.Visitor;
import dev.insyn.token.WholeService;
import dev.insyn.token.session.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// A passkey from being added to being removed, and what is none.
@WholeService
@SuppressWarnings("NullAway.Init") // injected
class PasskeyIT {

	private static final String HERE = "http://localhost:8080";

	private static final Pattern CHALLENGE = Pattern
		.compile("challenge&#34;:&#34;([A-Za-z0-9_-]+)|challenge\\\\?\":\\\\?\"([A-Za-z0-9_-]+)");

	private static final String COOKIE = "__Host-insyn-portal-key-nordcykel";

	@Autowired
	private Visitor visitor;

	@Autowired
	private PortalSessions sessions;

	private final String anna = "contact-" + UUID.randomUUID();

	private SoftAuthenticator phone = new SoftAuthenticator();

	private Guest guest;

	@BeforeEach
	void anna() {
		this.guest = new Guest(this.visitor, "nordcykel");
		ContactServiceForTests.calls(this.anna, "Anna Lindqvist");
		this.guest.set("__Host-insyn",
				this.sessions
					.begin(new TenantId("nordcykel"), this.anna, new Browser("Firefox", "Linux"), PortalWay.CODE)
					.value());
	}

	@Test
	void isAddedUsedListedAndRemovedByItsContact() {
		add();
		assertThat(this.guest.get("/access?done=passkey-added").body()).contains("Nyckeln är tillagd",
				"/access/passkey/");
		Guest atTheDoor = new Guest(this.visitor, "nordcykel");
		assertThat(use(atTheDoor).headers().firstValue("Location")).contains("/portal/nordcykel");
		assertThat(this.visitor.claims(atTheDoor.token()).path("contact").asString()).isEqualTo(this.anna);
		assertThat(this.visitor.claims(atTheDoor.token()).path("portal").asBoolean()).isTrue();

		Matcher removal = Pattern.compile("/access/passkey/[0-9a-f]{64}").matcher(this.guest.get("/access").body());
		assertThat(removal.find()).isTrue();
		String own = removal.group();
		Guest stranger = new Guest(this.visitor, "nordcykel");
		stranger.set("__Host-insyn",
				this.sessions.begin(new TenantId("nordcykel"), "x" + this.anna, new Browser("", ""), PortalWay.CODE)
					.value());
		stranger.post(own);
		assertThat(this.guest.get("/access").body()).as("another contact removes nothing").contains(own);
		this.guest.post(own);
		assertThat(this.guest.get("/access").body()).doesNotContain(own);
		assertRefused(use(new Guest(this.visitor, "nordcykel")));
	}

	/// Each is refused when webauthn4j is not asked about it: another origin, another
	/// challenge, a user that the device did not verify, a signature that somebody else
	/// made, a counter that goes back.
	@Test
	void isNoneWhereTheStandardSaysSo() {
		add();
		Guest thief = new Guest(this.visitor, "nordcykel");
		String challenge = challenge(thief);
		assertRefused(thief.post("/sign-in/passkey",
				Visitor.form("credential", this.phone.get(challenge, "https://insyn.evil.example"))));
		challenge(thief);
		assertRefused(thief.post("/sign-in/passkey", Visitor.form("credential", this.phone.get(challenge, HERE))));
		assertRefused(thief.post("/sign-in/passkey",
				Visitor.form("credential", this.phone.getWithoutVerifying(challenge(thief), HERE))));
		assertRefused(thief.post("/sign-in/passkey",
				Visitor.form("credential", new SoftAuthenticator().get(challenge(thief), HERE))));
		assertRefused(thief.post("/sign-in/passkey", Visitor.form("credential", "{}")));
		use(new Guest(this.visitor, "nordcykel"));
		this.phone.goBack(3);
		assertRefused(use(thief));
	}

	/// What was signed once opens nothing again, also with the cookie it belongs to and
	/// by a device that doesn't count; nor at another tenant's door. Seen red with a
	/// spent
	/// challenge taken again.
	@Test
	void isNotReplayed() {
		this.phone = new SoftAuthenticator(false);
		add();
		Guest one = new Guest(this.visitor, "nordcykel");
		String challenge = challenge(one);
		String kept = one.cookie(COOKIE);
		String signed = this.phone.get(challenge, HERE);
		one.post("/sign-in/passkey", Visitor.form("credential", signed));
		assertThat(one.token()).isNotEmpty();

		Guest replay = new Guest(this.visitor, "nordcykel");
		replay.set(COOKIE, kept);
		assertRefused(replay.post("/sign-in/passkey", Visitor.form("credential", signed)));
		Guest elsewhere = new Guest(this.visitor, "fjordbok");
		String other = challenge(new Guest(this.visitor, "nordcykel"));
		elsewhere.set("__Host-insyn-portal-key-fjordbok", other);
		elsewhere.post("/sign-in/passkey", Visitor.form("credential", this.phone.get(other, HERE)));
		assertThat(elsewhere.token()).isEmpty();
	}

	@Test
	void isAddedByWhoIsSignedInAlone() {
		Guest nobody = new Guest(this.visitor, "nordcykel");
		String challenge = challenge(nobody);
		HttpResponse<String> answer = nobody.post("/access/passkey",
				Visitor.form("credential", this.phone.create(challenge, HERE)));
		assertThat(answer.headers().firstValue("Location")).contains("/portal/nordcykel/sign-in");
		assertRefused(use(nobody));
	}

	private void add() {
		String challenge = challenge(this.guest.get("/access").body());
		HttpResponse<String> added = this.guest.post("/access/passkey",
				Visitor.form("credential", this.phone.create(challenge, HERE)));
		assertThat(added.headers().firstValue("Location")).contains("/portal/nordcykel/access?done=passkey-added");
	}

	private HttpResponse<String> use(Guest guest) {
		return guest.post("/sign-in/passkey", Visitor.form("credential", this.phone.get(challenge(guest), HERE)));
	}

	private static String challenge(Guest guest) {
		return challenge(guest.get("/sign-in").body());
	}

	private static String challenge(String page) {
		Matcher matcher = CHALLENGE.matcher(page);
		assertThat(matcher.find()).as("a form that asks the authenticator").isTrue();
		return (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
	}

	private static void assertRefused(HttpResponse<String> answer) {
		assertThat(answer.headers().firstValue("Location").orElse(""))
			.isEqualTo("/portal/nordcykel/sign-in?passkey=refused");
		assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("__Host-insyn="));
	}

}
