package dev.insyn.token;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// CRM systems and services ask for tokens by the standard's client credentials.
@WholeService
class ClientCredentialsIT {

	@Autowired
	Visitor visitor;

	@Test
	void givesATenantsClientATokenForItsTenant() {
		HttpResponse<String> answer = this.visitor.requestToken("crm-nordcykel", "nordcykel-secret-1");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		JsonNode body = this.visitor.read(answer);
		assertThat(body.path("token_type").asString()).isEqualTo("Bearer");
		assertThat(body.path("expires_in").asInt()).isBetween(595, 600);
		JsonNode claims = this.visitor.claims(body.path("access_token").asString());
		assertThat(claims.path("sub").asString()).isEqualTo("crm-nordcykel");
		assertThat(claims.path("client").asString()).isEqualTo("crm-nordcykel");
		assertThat(claims.path("tenant").asString()).isEqualTo("nordcykel");
		assertThat(claims.path("scope").asString().split(" ")).containsExactlyInAnyOrder("links.issue", "links.read",
				"links.revoke");
		assertThat(claims.path("aud").asString()).isEqualTo("insyn");
	}

	@Test
	void givesFewerScopesWhenAskedForFewer() {
		JsonNode claims = claims(
				this.visitor.requestToken("crm-nordcykel", "nordcykel-secret-1", Visitor.form("scope", "links.read")));
		assertThat(claims.path("scope").asString()).isEqualTo("links.read");
	}

	@Test
	void refusesAScopeThatTheClientDoesNotHave() {
		HttpResponse<String> answer = this.visitor.requestToken("crm-fjordbok", "fjordbok-secret-12",
				Visitor.form("scope", "links.issue"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("invalid_scope").doesNotContain("access_token");
	}

	@Test
	void letsAServiceNameTheTenantItActsFor() {
		JsonNode claims = claims(this.visitor.requestToken("landing-page-service", "landing-page-secret",
				Visitor.form("tenant", "fjordbok")));
		assertThat(claims.path("tenant").asString()).isEqualTo("fjordbok");
		assertThat(claims.path("scope").asString().split(" ")).containsExactlyInAnyOrder("access-codes.read",
				"contacts.deliver", "users.read");
	}

	/// Red when `ClientTokens` takes the parameter from everyone.
	@ParameterizedTest
	@ValueSource(strings = { "fjordbok", "nordcykel", "" })
	void refusesATenantsClientThatNamesATenant(String tenant) {
		HttpResponse<String> answer = this.visitor.requestToken("crm-nordcykel", "nordcykel-secret-1",
				Visitor.form("tenant", tenant));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("invalid_request").doesNotContain("access_token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tenant=unknown", "tenant=Not%20A%20Tenant", "tenant=nordcykel&tenant=fjordbok", "x=y" })
	void refusesAServiceThatNamesNoTenantOfOurs(String form) {
		HttpResponse<String> answer = this.visitor.requestToken("landing-page-service", "landing-page-secret", form);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("invalid_request").doesNotContain("access_token");
	}

	/// Nobody learns which clients there are.
	@Test
	void answersAlikeToAWrongSecretAndAnUnknownClient() {
		HttpResponse<String> wrong = this.visitor.requestToken("crm-nordcykel", "not-the-secret-at-all");
		HttpResponse<String> unknown = this.visitor.requestToken("crm-of-nobody", "not-the-secret-at-all");
		assertThat(List.of(wrong.statusCode(), unknown.statusCode())).containsOnly(401);
		assertThat(wrong.body()).contains("invalid_client").isEqualTo(unknown.body());
		assertThat(this.visitor
			.post("/oauth2/token", "grant_type=client_credentials", "Content-Type", "application/x-www-form-urlencoded")
			.statusCode()).isEqualTo(401);
	}

	@Test
	void takesNoSecretInTheForm() {
		assertThat(this.visitor
			.post("/oauth2/token",
					"grant_type=client_credentials&client_id=crm-nordcykel&client_secret=nordcykel-secret-1",
					"Content-Type", "application/x-www-form-urlencoded")
			.statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/authorize?response_type=code&client_id=crm-nordcykel", "/oauth2/introspect",
			"/oauth2/revoke", "/oauth2/device_authorization", "/oauth2/par", "/oauth2/consent", "/connect/register",
			"/userinfo", "/login", "/.well-known/openid-configuration" })
	void offersNothingElseOfAnAuthorizationServer(String path) {
		assertThat(this.visitor.get(path).statusCode()).isIn(401, 404);
		assertThat(this.visitor.get(path, "Authorization", this.visitor.crm()).statusCode()).isEqualTo(404);
	}

	@Test
	void publishesPublicKeysOnly() {
		String token = this.visitor.crm();
		HttpResponse<String> answer = this.visitor.get("/oauth2/jwks");
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode key = this.visitor.read(answer).at("/keys/0");
		assertThat(key.path("kty").asString()).isEqualTo("RSA");
		assertThat(key.path("use").asString()).isEqualTo("sig");
		assertThat(key.propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi");
		String header = new String(java.util.Base64.getUrlDecoder().decode(token.substring(7).split("\\.")[0]),
				java.nio.charset.StandardCharsets.UTF_8);
		assertThat(header).contains("RS256", key.path("kid").asString());
	}

	@Test
	void namesInItsMetadataOnlyWhatThereIs() {
		HttpResponse<String> answer = this.visitor.get("/.well-known/oauth-authorization-server");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		JsonNode metadata = this.visitor.read(answer);
		assertThat(metadata.path("issuer").asString()).isEqualTo("http://localhost:8080");
		assertThat(metadata.path("token_endpoint").asString()).isEqualTo("http://localhost:8080/oauth2/token");
		assertThat(metadata.path("jwks_uri").asString()).isEqualTo("http://localhost:8080/oauth2/jwks");
		assertThat(metadata.propertyNames()).doesNotContain("authorization_endpoint", "introspection_endpoint",
				"revocation_endpoint", "device_authorization_endpoint", "registration_endpoint");
	}

	private JsonNode claims(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(200);
		return this.visitor.claims(this.visitor.read(answer).path("access_token").asString());
	}

}
