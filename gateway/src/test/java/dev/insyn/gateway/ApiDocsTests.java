package dev.insyn.gateway;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the services say of their APIs, gathered.
@GatewayTest.OnARealPort
class ApiDocsTests extends GatewayTest {

	private static final String DOCUMENT = """
			{"openapi":"3.1.0","info":{"title":"x","version":"1","description":"About links."},
			"paths":{"/api/links/{id}":{"delete":{"tags":["Links"],"operationId":"Link-revoke","summary":"Revoke <b>it</b>",
			"description":"Again without `effect`.","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
			"responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Gone"},
			"example":{"id":"</pre><script>"}}}},"default":{"$ref":"#/components/responses/Problem"}},
			"security":[{"client":["links.revoke"]},{"user":[]}],"x-level":50}}},
			"components":{"schemas":{"Gone":{"type":"object","properties":{"ids":{"type":"array","items":{"type":"string"}}},"required":["ids"]}},
			"responses":{"Problem":{"description":"Anything else"}}}}""";

	/// One story, as what was heard of a service is kept.
	@Test
	void showsWhatServicesSayAndGoesOnWithItWhileTheyAreAway() {
		assertThat(get("/api-docs").body()).contains("token-service", "This service does not answer right now");
		assertThat(get("/api-docs/token-service").statusCode()).isEqualTo(503);
		service.answerWith((exchange) -> StubService.answer(exchange, 200, DOCUMENT));
		assertThat(get("/api-docs").body()).contains("href=\"/api-docs/token-service#Link-revoke\"", "About links.")
			.doesNotContain("does not answer");
		assertThat(service.last().uri()).isEqualTo("/v3/api-docs");
		service.reset();
		HttpResponse<String> page = get("/api-docs/token-service");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("id=\"Link-revoke\"", "DELETE", "/api/links/{id}", "<code>effect</code>",
				"a client with the scope <code>links.revoke</code>", "a user of level 50 or higher",
				"href=\"#schema-Gone\"", "id=\"schema-Gone\"", "list of string", "Anything else");
		HttpResponse<String> document = get("/api-docs/token-service.json");
		assertThat(document.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
		assertThat(document.body()).contains("\"openapi\":\"3.1.0\"");
		assertThat(service.seen()).isEmpty();
	}

	/// Red when a template says `$unsafe`.
	@Test
	void neverBelievesThatADocumentHoldsNoMarkup() {
		service.answerWith((exchange) -> StubService.answer(exchange, 200, DOCUMENT));
		HttpResponse<String> page = get("/api-docs/audit-service");
		assertThat(page.body()).contains("Revoke &lt;b&gt;it").doesNotContain("<script>", "<b>it");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'")
			.doesNotContain("unsafe");
	}

	@Test
	void knowsNoOtherService() {
		assertThat(get("/api-docs/gateway").statusCode()).isEqualTo(404);
		assertThat(get("/api-docs/nobody.json").statusCode()).isEqualTo(404);
		assertThat(get("/v3/api-docs").statusCode()).isEqualTo(404);
	}

}
