package dev.insyn.token;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import dev.insyn.testing.Events;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// *Send me a new link*: what whoever asks sees, and what comes of it.
@WholeService
class FreshLinkIT {

	private static final String NEVER = "{\"kind\":\"never\"}";

	@Autowired
	Visitor visitor;

	@Autowired
	Events events;

	private final String contact = "fresh-" + UUID.randomUUID().toString().substring(0, 8);

	private final String address = this.contact + "@kund.example";

	@Test
	void askedWithTheContactsOwnAddressItIsAFreshLinkToTheOldLinksPage() {
		ContactServiceForTests.knows("nordcykel", this.address, "another-behind-the-address", this.contact);
		this.visitor.issue(this.visitor.publishedPage(NEVER), this.contact);
		String page = this.visitor.publishedPage(NEVER);
		JsonNode link = this.visitor.firstLink(this.visitor.issue(page, this.contact));
		this.visitor.issue(this.visitor.publishedPage(NEVER), this.contact);
		this.visitor.delete("/api/links/" + link.path("id").asString(), "Authorization", this.visitor.crm());
		try (Recording told = this.events.record("insyn.links")) {
			ask(path(link), this.address);
			Received requested = told.await(this::isMine);
			assertThat(requested.key()).isEqualTo("nordcykel:" + this.contact);
			assertThat(requested.subject()).isEqualTo(this.contact);
			assertThat(requested.headers().get("ce_actor")).isEqualTo("system:token-service");
			JsonNode body = this.visitor.json(requested.body());
			assertThat(body.path("pages").valueStream().map(JsonNode::asString)).containsExactly(page);
			assertThat(body.path("language").asString()).isEqualTo("sv");
			assertThat(requested.toString()).doesNotContain("@");
		}
	}

	@Test
	void askedWithAMistypedLinkItIsToThePagesThatTheContactHadLinksTo() {
		ContactServiceForTests.knows("nordcykel", this.address, this.contact);
		String first = this.visitor.publishedPage(NEVER);
		String second = this.visitor.publishedPage(NEVER);
		this.visitor.issue(first, this.contact);
		this.visitor.issue(second, this.contact);
		try (Recording told = this.events.record("insyn.links")) {
			ask("/l/nordcykel.mistyped", this.address);
			JsonNode body = this.visitor.json(told.await(this::isMine).body());
			assertThat(body.path("pages").valueStream().map(JsonNode::asString)).containsExactly(second, first);
		}
	}

	/// A link that somebody forwarded, and a known address of somebody else: the link's
	/// contact is not mailed, nor named.
	@Test
	void anothersLinkBringsNobodyAnothersPage() {
		ContactServiceForTests.knows("nordcykel", this.address, this.contact);
		String theirs = this.visitor.publishedPage(NEVER);
		String foreign = this.visitor.newLink(theirs, "somebody-else");
		String own = this.visitor.publishedPage(NEVER);
		this.visitor.issue(own, this.contact);
		try (Recording told = this.events.record("insyn.links")) {
			ask(foreign, this.address);
			Received requested = told.await(this::isMine);
			assertThat(requested.subject()).isEqualTo(this.contact);
			assertThat(requested.body()).contains(own).doesNotContain(theirs, "somebody-else");
		}
	}

	/// Red when the form's POST looks the address up itself, or says what it found.
	@Test
	void answersTheSameBeforeAnybodyHasLookedWhoseTheAddressIs() {
		ContactServiceForTests.knows("nordcykel", this.address, this.contact);
		String path = this.visitor.newLink(this.visitor.publishedPage(NEVER), this.contact);
		ContactServiceForTests.isAway(true);
		try {
			HttpResponse<String> known = ask(path, this.address);
			HttpResponse<String> unknown = ask(path, "nobody-" + this.address);
			HttpResponse<String> never = ask("/l/nordcykel." + "x".repeat(43), this.address);
			for (HttpResponse<String> answer : List.of(known, unknown, never)) {
				assertThat(answer.statusCode()).isEqualTo(303);
				assertThat(answer.headers().firstValue("Location")).contains("/l/nordcykel/fresh");
				assertThat(answer.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
			}
		}
		finally {
			ContactServiceForTests.isAway(false);
		}
		assertThat(this.visitor.get("/l/nordcykel/fresh", "Accept-Language", "sv").body())
			.contains("Om vi har adressen", "Nordcykel AB")
			.doesNotContain("@kund");
	}

	@Test
	void tellsNothingOfAnAddressThatNobodyHas() {
		String page = this.visitor.publishedPage(NEVER);
		String later = "later-" + this.contact;
		ContactServiceForTests.knows("nordcykel", "later-" + this.address, later);
		this.visitor.issue(page, later);
		try (Recording told = this.events.record("insyn.links")) {
			ask(this.visitor.newLink(page, this.contact), "nobody-" + this.address);
			ask("/l/nordcykel.mistyped", "later-" + this.address);
			told.await((event) -> event.type().equals("link.requested.v1") && event.subject().equals(later));
			assertThat(told.ofType("link.requested.v1")).extracting(Received::subject).doesNotContain(this.contact);
		}
	}

	/// Red without `FreshLinkLimits`.
	@Test
	void mailsAnAddressThreeTimesAnHourAtMost() {
		ContactServiceForTests.knows("nordcykel", this.address, this.contact);
		String page = this.visitor.publishedPage(NEVER);
		this.visitor.issue(page, this.contact);
		String other = "other-" + this.address;
		ContactServiceForTests.knows("nordcykel", other, "other-" + this.contact);
		this.visitor.issue(page, "other-" + this.contact);
		try (Recording told = this.events.record("insyn.links")) {
			for (int i = 0; i < 6; i++) {
				assertThat(ask("/l/nordcykel.mistyped-" + i,
						(i % 2 == 0) ? this.address : this.address.toUpperCase(java.util.Locale.ROOT))
					.statusCode()).isEqualTo(303);
			}
			ask("/l/nordcykel.mistyped", other);
			told.await((event) -> event.subject().equals("other-" + this.contact)
					&& event.type().equals("link.requested.v1"));
			assertThat(told.ofType("link.requested.v1")).filteredOn((event) -> event.subject().equals(this.contact))
				.hasSizeBetween(1, 3);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "anna", "@kund.example", "anna@", "a b@kund.example", "anna@kund.example\r\nBcc: x@y" })
	void saysBesideTheFieldWhatIsNoAddress(String typed) {
		HttpResponse<String> refused = ask("/l/nordcykel." + "x".repeat(43), typed);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("aria-invalid", "href=\"#f-email\"");
	}

	private HttpResponse<String> ask(String path, String email) {
		return this.visitor.submit(path + "/fresh", Visitor.form("email", email));
	}

	private boolean isMine(Received event) {
		return event.type().equals("link.requested.v1") && event.subject().equals(this.contact);
	}

	private static String path(JsonNode link) {
		return URI.create(link.path("url").asString()).getPath();
	}

}
