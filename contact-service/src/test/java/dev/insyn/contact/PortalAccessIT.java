package dev.insyn.contact;

import java.util.HashMap;
import java.util.Map;

import dev.insyn.contact.ServiceForTests.Answer;
import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.insyn.contact.ServiceForTests.newKey;
import static org.assertj.core.api.Assertions.assertThat;

/// What a contact's token of the portal reaches: the contact's own data, and nothing else.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class PortalAccessIT {

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private TestTokens tokens;

	private String anna;

	private String token;

	@BeforeEach
	void anna() {
		this.anna = this.crm.registerAnna("nordcykel");
		this.token = this.tokens.portal("nordcykel", this.anna);
	}

	@Test
	void readsAndUpdatesItsOwnDataFromAPage() {
		Answer seen = this.service.get("/contacts/" + this.anna, this.token);
		assertThat(seen.value("first-name")).isEqualTo("Anna");
		Answer updated = this.service.update(this.anna, this.token, newKey(),
				this.service.submit(seen, Map.of("title", "Chef")));
		assertThat(updated.status()).isEqualTo(200);
		assertThat(this.service.get("/contacts/" + this.anna, this.token).value("title")).isEqualTo("Chef");
	}

	@Test
	void changesItsAddressAtAPageThatItNames() {
		Answer seen = this.service.get("/contacts/" + this.anna, this.token);
		this.service.update(this.anna, this.token, newKey(),
				this.service.submit(seen, Map.of("email", "anna@ny.example")));
		String change = "/contacts/" + this.anna + "/email-change/code";
		Answer wrong = this.service.post(change + "?page=P05", this.token, Map.of("code", "000000"));
		assertThat(wrong.type()).isEqualTo("urn:insyn:problem:email-code-wrong");
		assertThat(this.service.post(change, this.token, Map.of("code", "000000")).status()).isEqualTo(403);
	}

	/// Red when a contact's id is not compared with the token's, or a tenant is taken
	/// from
	/// elsewhere.
	@Test
	void reachesNobodyElse() {
		String other = this.crm.registerAnna("nordcykel");
		assertThat(this.service.get("/contacts/" + other, this.token).status()).isEqualTo(404);
		assertThat(this.service
			.update(other, this.token, newKey(),
					this.service.submit(this.service.get("/contacts/" + this.anna, this.token),
							Map.of("title", "Chef")))
			.status()).isEqualTo(404);
		assertThat(this.service.get("/contacts/" + this.anna, this.tokens.portal("fjordbok", this.anna)).status())
			.isEqualTo(404);
	}

	/// Red when the portal's token is taken for a link's, a client's or a user's.
	@Test
	void isNoLinkNoClientAndNoUser() {
		Map<String, Object> body = new HashMap<>(
				this.service.submit(this.service.get("/contacts/" + this.anna, this.token), Map.of("title", "Chef")));
		body.put("link", "link-of-" + this.anna);
		assertThat(this.service.update(this.anna, this.token, newKey(), body).status()).isEqualTo(403);
		assertThat(this.service.get("/api/contacts/" + this.anna, this.token).status()).isEqualTo(403);
		assertThat(this.service.get("/api/contacts?query=anna", this.token).status()).isEqualTo(403);
		assertThat(this.service.get("/api/contacts/" + this.anna + "/data-key", this.token).status()).isEqualTo(403);
		assertThat(this.service.post("/api/contacts/by-address", this.token, Map.of("email", "a@b.example")).status())
			.isEqualTo(403);
		assertThat(this.service.get("/api/record-types", this.token).status()).isEqualTo(403);
		assertThat(this.service.get("/admin/contacts", this.token).status()).isEqualTo(403);
	}

}
