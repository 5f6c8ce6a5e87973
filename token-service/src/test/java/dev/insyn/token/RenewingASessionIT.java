package dev.insyn.token;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import dev.insyn.token.signing.Forge;
import dev.insyn.token.signing.SigningKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// What the gateway gets for a token that ends soon or has ended. Each refusal here turns into a new token when the check
/// it names is taken out of `EndedTokens` or `OpeningLinks.maintains`.
@WholeService
class RenewingASessionIT {

	@Autowired
	Visitor visitor;

	@Autowired
	SigningKeys keys;

	private JsonNode link;

	private String token;

	@BeforeEach
	void openALink() {
		String page = this.visitor.publishedPage("{\"kind\":\"never\"}");
		this.link = this.visitor.firstLink(this.visitor.issue(page, "anna"));
		this.token = Visitor.tokenOf(this.visitor.open(URI.create(this.link.path("url").asString()).getPath()));
	}

	@Test
	void goesOnWithTheSameSession() {
		HttpResponse<String> renewed = renew(this.token);
		assertThat(renewed.statusCode()).isEqualTo(200);
		JsonNode before = this.visitor.claims(this.token);
		JsonNode after = this.visitor.claims(this.visitor.read(renewed).path("token").asString());
		for (String claim : List.of("sub", "contact", "tenant", "page", "link", "sid", "auth_time", "iss", "aud")) {
			assertThat(after.path(claim)).as(claim).isEqualTo(before.path(claim));
		}
		assertThat(after.path("jti")).isNotEqualTo(before.path("jti"));
		assertThat(after.path("exp").asLong()).isGreaterThanOrEqualTo(before.path("exp").asLong());
	}

	@Test
	void takesATokenThatEndedAShortWhileAgo() {
		String ended = forge().signed(this.token, Forge.endedAt(Instant.now().minusSeconds(29 * 60)));
		assertThat(renew(ended).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesOneThatEndedMoreThanHalfAnHourAgo() {
		String ended = forge().signed(this.token, Forge.endedAt(Instant.now().minusSeconds(31 * 60)));
		assertRefused(ended);
	}

	@Test
	void refusesASessionThatHasLastedTwelveHours() {
		long began = Instant.now().minusSeconds(12 * 3600 + 60).getEpochSecond();
		assertRefused(forge().signed(this.token, (claims) -> claims.claim("auth_time", began)));
	}

	@Test
	void refusesAfterTheLinkWasRevoked() {
		this.visitor.delete("/api/links/" + this.link.path("id").asString(), "Authorization", this.visitor.crm());
		assertRefused(this.token);
	}

	@Test
	void refusesWhatItDidNotSign() throws JOSEException {
		assertRefused(forge().byStranger(this.token));
		assertRefused(forge().unsigned(this.token));
		assertRefused(forge().byPublicKey(this.token));
		assertRefused(this.token.substring(0, this.token.length() - 6) + "AAAAAA");
		assertRefused("nonsense");
		assertRefused("");
	}

	@Test
	void refusesATokenThatFitsNotItsLink() {
		assertRefused(forge().signed(this.token, (claims) -> claims.claim("contact", "bertil")));
		assertRefused(forge().signed(this.token, (claims) -> claims.claim("page", "P99")));
		assertRefused(forge().signed(this.token, (claims) -> claims.claim("tenant", "fjordbok")));
		assertRefused(forge().signed(this.token, (claims) -> claims.claim("link", "other")));
	}

	@Test
	void refusesOtherIssuersAndAudiences() {
		assertRefused(forge().signed(this.token, (claims) -> claims.issuer("http://evil.example")));
		assertRefused(forge().signed(this.token, (claims) -> claims.audience("another")));
	}

	@Test
	void refusesAClientsToken() {
		assertRefused(this.visitor.crm().substring("Bearer ".length()));
	}

	private Forge forge() {
		return new Forge(this.keys);
	}

	private void assertRefused(String token) {
		HttpResponse<String> answer = renew(token);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).doesNotContain("\"token\"");
	}

	private HttpResponse<String> renew(String token) {
		return this.visitor.post("/sessions/renewal", "", "Authorization", "Bearer " + token);
	}

}
