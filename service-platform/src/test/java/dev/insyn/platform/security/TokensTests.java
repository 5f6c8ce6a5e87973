package dev.insyn.platform.security;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.insyn.platform.tenancy.Tenants;
import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/// Each refusal was seen red: issuer, audience and time with their validator taken out of `TokenVerification`, `none`
/// and the stranger's key with a decoder that does not verify, the unknown tenant without the look into [Tenants], kinds
/// and scopes without `CallerArguments` and
/// `AccessCheck`, levels without it too.
@WebMvcTest
@Import(TestTokens.class)
class TokensTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	TestTokens tokens;

	@Autowired
	RevokedLinks revoked;

	@Test
	void aContactIsKnownByItsToken() {
		assertThat(get("/me", this.tokens.contact("nordcykel", "c1"))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{'tenant':'nordcykel','actor':'contact:c1'}");
		assertThat(get("/contact", this.tokens.contact("nordcykel", "c1", "P07"))).hasStatusOk()
			.hasBodyTextEqualTo("c1P07link-of-c1session-of-c1");
	}

	/// Red when `CallerOfToken` does not ask [RevokedLinks].
	@Test
	void aSessionEndsWithItsLink() {
		String token = this.tokens.contact("nordcykel", "c-revoked");
		assertThat(get("/me", token)).hasStatusOk();
		this.revoked.add("link-of-c-revoked");
		assertThat(get("/me", token)).hasStatus(401);
		assertThat(get("/me", this.tokens.contact("nordcykel", "c1"))).hasStatusOk();
	}

	@Test
	void aClientNeedsTheScope() {
		assertThat(get("/client", this.tokens.client("nordcykel", "crm", "links.read", "contacts.read"))).hasStatusOk();
		assertThat(get("/client", this.tokens.client("nordcykel", "crm", "links.read"))).hasStatus(403)
			.bodyJson()
			.isLenientlyEqualTo("{'type':'urn:insyn:problem:missing-scope','scope':'contacts.read'}");
	}

	@Test
	void aUserNeedsTheLevel() {
		assertThat(get("/level", this.tokens.user("nordcykel", "u1", 50))).hasStatusOk()
			.hasBodyTextEqualTo("Karin Åberg");
		assertThat(get("/level", this.tokens.user("nordcykel", "u1", 49))).hasStatus(403)
			.bodyJson()
			.isLenientlyEqualTo("{'type':'urn:insyn:problem:level-too-low','level':50}");
		assertThat(get("/level", this.tokens.client("nordcykel", "crm", "contacts.read"))).hasStatus(403);
	}

	@Test
	void anAddressForBothTakesAUserOfTheLevelAndAClientWithTheScope() {
		assertThat(get("/both", this.tokens.user("nordcykel", "u1", 10))).hasStatusOk();
		assertThat(get("/both", this.tokens.client("nordcykel", "crm", "pages.read"))).hasStatusOk();
		assertThat(get("/both", this.tokens.user("nordcykel", "u1", 9))).hasStatus(403);
		assertThat(get("/both", this.tokens.client("nordcykel", "crm", "links.read"))).hasStatus(403);
		assertThat(get("/both", this.tokens.contact("nordcykel", "c1"))).hasStatus(403);
	}

	@Test
	void whoIsNotSignedInIsLedFromTheConsoleToTheSignInAndBack() {
		assertThat(this.http.get().uri("/admin/pages?state=draft").accept("text/html")).hasStatus(303)
			.hasHeader("Location", "/sign-in?to=%2Fadmin%2Fpages%3Fstate%3Ddraft");
		assertThat(this.http.post().uri("/admin/pages")).hasStatus(303).hasHeader("Location", "/sign-in");
		assertThat(this.http.get().uri("/admin/pages").header("HX-Request", "true")).hasStatus(401)
			.hasHeader("HX-Redirect", "/sign-in");
	}

	@Test
	void anotherKindOfCallerIsRefused() {
		assertThat(get("/client", this.tokens.contact("nordcykel", "c1"))).hasStatus(403);
		assertThat(get("/contact", this.tokens.client("nordcykel", "crm", "contacts.read"))).hasStatus(403)
			.bodyJson()
			.isLenientlyEqualTo("{'type':'urn:insyn:problem:wrong-caller'}");
		assertThat(get("/contact", this.tokens.user("nordcykel", "u1", 99))).hasStatus(403);
	}

	@Test
	void withoutATokenOnlyPublicPathsAnswer() {
		assertThat(this.http.get().uri("/open/door")).hasStatusOk();
		assertThat(this.http.get().uri("/me")).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Bearer")
			.hasContentType("application/problem+json");
		assertThat(this.http.get().uri("/nowhere")).hasStatus(401);
	}

	@Test
	void anothersIssueIsRefused() {
		refused(this.tokens.mint((claims) -> contact(claims).issuer("http://localhost:6666")));
	}

	@Test
	void anothersAudienceIsRefused() {
		refused(this.tokens.mint((claims) -> contact(claims).audience("other")));
		refused(this.tokens.mint((claims) -> contact(claims).audience(List.of())));
	}

	@Test
	void anExpiredTokenIsRefusedAndOneWithoutEndToo() {
		refused(this.tokens
			.mint((claims) -> contact(claims).expirationTime(Date.from(Instant.now().minusSeconds(30)))));
		refused(this.tokens.mint((claims) -> contact(claims).expirationTime(null)));
		refused(this.tokens.mint((claims) -> contact(claims).notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
	}

	@Test
	void anUnsignedTokenIsRefused() {
		refused(this.tokens.unsigned(TokensTests::contact));
	}

	@Test
	void aForgedTokenIsRefused() {
		refused(this.tokens.forged(TokensTests::contact));
		String valid = this.tokens.contact("nordcykel", "c1");
		String[] parts = valid.split("\\.");
		String other = this.tokens.contact("fjordbok", "c2");
		refused(parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
	}

	@Test
	void aTokenOfAnUnknownTenantIsRefused() {
		refused(this.tokens.contact("elsewhere", "c1"));
		refused(this.tokens.mint((claims) -> contact(claims).claim("tenant", null)));
		refused(this.tokens.mint((claims) -> contact(claims).claim("tenant", "../x")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "contact", "page", "link", "sid" })
	void aTokenThatLacksAClaimIsRefused(String claim) {
		refused(this.tokens.mint((claims) -> contact(claims).claim(claim, null)));
	}

	@Test
	void aTokenOfTwoCallersIsRefused() {
		refused(this.tokens.mint((claims) -> contact(claims).claim("client", "crm").claim("scope", "contacts.read")));
	}

	@Test
	void identityHeadersAreNothing() {
		assertThat(this.http.get()
			.uri("/me")
			.header("X-Tenant", "nordcykel")
			.header("X-User", "u1")
			.header("Cookie", "__Host-insyn=" + this.tokens.contact("nordcykel", "c1"))).hasStatus(401);
	}

	private void refused(String token) {
		assertThat(get("/me", token)).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
			.bodyJson()
			.isLenientlyEqualTo("{'type':'urn:insyn:problem:unauthenticated'}");
	}

	private MvcTestResult get(String path, String token) {
		return this.http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
	}

	private static JWTClaimsSet.Builder contact(JWTClaimsSet.Builder claims) {
		return claims.subject("c1")
			.claim("tenant", "nordcykel")
			.claim("contact", "c1")
			.claim("page", "P05")
			.claim("link", "l1")
			.claim("sid", "s1");
	}

}
