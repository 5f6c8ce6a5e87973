package dev.insyn.system;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// One company's segment, template, mailing, activity and link, and what another company's administrator, who knows their
/// ids, and the company's own people of lower levels can do with them. To go red wherever a document is found without its tenant.
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(52)
class OtherTenantsIT {

	private static final String SECRET = "Hemligstämplad";

	private static final String WITH_EVERYTHING = """
			{"name":"x","kind":"service","words":{"sv":{"subject":"x","preheader":"","body":"x"}},"contacts":["%s"],
			"contact":"%s","type":"call","subject":"x","text":"x","assignee":"x","due":"2030-01-01"}""";

	private final Stack stack;

	private final SignedIn owner;

	private final SignedIn foreigner;

	private final SignedIn reader;

	private final Ready.Link contact;

	private final Map<String, String> ids = new LinkedHashMap<>();

	OtherTenantsIT(Stack stack) {
		this.stack = stack;
		this.owner = SignedIn.as(stack, stack.ready().user("nordcykel", 99));
		this.foreigner = SignedIn.as(stack, stack.ready().user("fjordbok", 99));
		this.reader = SignedIn.as(stack, stack.ready().user("nordcykel", 10));
		this.contact = stack.takeLink();
		String who = this.contact.contactId();
		create("{segment}", "/api/segments", "{\"name\":\"%s\",\"contacts\":[\"%s\"]}".formatted(SECRET, who));
		create("{template}", "/api/templates",
				"{\"name\":\"%s\",\"kind\":\"service\",\"words\":{\"sv\":{\"subject\":\"%s\",\"preheader\":\"\",\"body\":\"Hej\"}}}"
					.formatted(SECRET, SECRET));
		create("{mailing}", "/api/mailings", "{\"name\":\"%s\",\"template\":\"%s\",\"segment\":\"%s\"}"
			.formatted(SECRET, this.ids.get("{template}"), this.ids.get("{segment}")));
		create("{activity}", "/api/activities",
				"{\"contact\":\"%s\",\"type\":\"call\",\"subject\":\"%s\",\"assignee\":\"x\",\"due\":\"2030-01-01\"}"
					.formatted(who, SECRET));
		this.ids.put("{link}", json(this.owner.ask("/api/links?contact=" + who)).at("/links/0/id").asString());
		this.ids.put("{contact}", who);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/segments/{segment}", "GET,/api/segments/{segment}/contacts", "PUT,/api/segments/{segment}",
			"DELETE,/api/segments/{segment}", "GET,/api/templates/{template}", "PUT,/api/templates/{template}",
			"DELETE,/api/templates/{template}", "GET,/api/mailings/{mailing}", "GET,/api/mailings/{mailing}/recipients",
			"POST,/api/mailings/{mailing}/send", "POST,/api/mailings/{mailing}/pause",
			"POST,/api/mailings/{mailing}/cancel", "DELETE,/api/mailings/{mailing}", "GET,/api/activities/{activity}",
			"PUT,/api/activities/{activity}", "POST,/api/activities/{activity}/completion",
			"DELETE,/api/activities/{activity}/completion", "POST,/api/activities/{activity}/comments",
			"POST,/api/links/{link}/reissue", "DELETE,/api/links/{link}" })
	void theApiKnowsNothingOfThem(String method, String path) {
		String body = WITH_EVERYTHING.formatted(this.contact.contactId(), this.contact.contactId());
		HttpResponse<String> answer = method.equals("GET") ? this.foreigner.ask(address(path))
				: this.foreigner.send(method, address(path), body, "\"1\"");
		assertThat(answer.statusCode()).as(answer.body()).isIn(204, 404);
		assertThat(answer.statusCode() == 404 || method.equals("DELETE")).as("204 only for what is gone anyway")
			.isTrue();
		assertUntold(answer);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/admin/segments/{segment}", "GET,/admin/segments/{segment}/report.csv",
			"GET,/admin/segments/{segment}/count", "POST,/admin/segments/{segment}",
			"POST,/admin/segments/{segment}/rename", "POST,/admin/segments/{segment}/add",
			"POST,/admin/segments/{segment}/delete", "GET,/admin/templates/{template}",
			"POST,/admin/templates/{template}", "POST,/admin/templates/{template}/preview",
			"POST,/admin/templates/{template}/test", "POST,/admin/templates/{template}/contacts",
			"POST,/admin/templates/{template}/delete", "GET,/admin/mailings/{mailing}",
			"GET,/admin/mailings/{mailing}/recipients", "POST,/admin/mailings/{mailing}/send",
			"POST,/admin/mailings/{mailing}/cancel", "POST,/admin/mailings/{mailing}/delete",
			"POST,/admin/mailings/{mailing}/remind", "GET,/admin/activities/{activity}",
			"POST,/admin/activities/{activity}", "POST,/admin/activities/{activity}/done",
			"POST,/admin/activities/{activity}/comment", "GET,/admin/links/{link}/revoke",
			"POST,/admin/links/{link}/revoke", "POST,/admin/links/{link}/replace", "GET,/admin/contacts/{contact}",
			"GET,/admin/links?contact={contact}", "GET,/admin/mailings/new?template={template}" })
	void noScreenShowsOrChangesThem(String method, String path) {
		HttpResponse<String> answer = method.equals("GET") ? this.foreigner.get(address(path))
				: this.foreigner.post(address(path), form());
		assertUntold(answer);
		assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
		if (!path.contains("?")) {
			assertThat(answer.statusCode()).isIn(303, 404, 405);
		}
	}

	/// Buttons that a level is not shown can be pressed all the same.
	@ParameterizedTest
	@CsvSource({ "/admin/segments/{segment}/delete", "/admin/segments/{segment}/rename", "/admin/templates/{template}",
			"/admin/templates/{template}/test", "/admin/templates/{template}/delete", "/admin/mailings/{mailing}/send",
			"/admin/mailings/{mailing}/cancel", "/admin/activities/{activity}/done",
			"/admin/activities/{activity}/comment", "/admin/links/{link}/revoke", "/admin/links/{link}/replace" })
	void whoMayOnlyReadChangesNothing(String path) {
		assertThat(this.reader.post(address(path), form()).statusCode()).isIn(403, 405);
	}

	@Test
	void theyCanNotBePutToUseElsewhere() {
		assertThat(this.foreigner
			.send("POST", "/api/mailings",
					"{\"name\":\"x\",\"template\":\"%s\",\"segment\":\"%s\"}".formatted(this.ids.get("{template}"),
							this.ids.get("{segment}")))
			.statusCode()).isEqualTo(422);
		assertThat(this.foreigner
			.send("POST", "/api/segments", "{\"name\":\"x\",\"contacts\":[\"%s\"]}".formatted(this.contact.contactId()))
			.statusCode()).isEqualTo(422);
		assertThat(this.foreigner.send("DELETE", address("/api/links?contact={contact}"), "").body())
			.contains("\"revoked\":0");
	}

	/// After all that, and what the last of it was told.
	@AfterAll
	void theyAreAsTheyWere() {
		for (String path : List.of("/api/segments/{segment}", "/api/templates/{template}", "/api/mailings/{mailing}",
				"/api/activities/{activity}")) {
			assertThat(this.owner.ask(address(path)).body()).as(path).contains(SECRET);
		}
		assertThat(json(this.owner.ask(address("/api/mailings/{mailing}"))).get("status").asString())
			.isEqualTo("draft");
		assertThat(json(this.owner.ask(address("/api/activities/{activity}"))).get("state").asString())
			.isEqualTo("open");
		assertThat(Visit.begin(this.stack, this.contact).get().statusCode()).isEqualTo(200);
	}

	private void assertUntold(HttpResponse<String> answer) {
		assertThat(answer.body()).doesNotContain(SECRET, this.contact.name(), this.contact.email());
	}

	private Visit.Form form() {
		return new Visit.Form(new LinkedHashMap<>()).add("version", "1")
			.add("revision", "1")
			.add("name", "x")
			.add("contact", this.contact.contactId())
			.add("contacts", this.contact.contactId())
			.add("assignee", "x")
			.add("due", "2030-01-01")
			.add("text", "x")
			.add("language", "sv")
			.add("kind", "service");
	}

	private String address(String path) {
		String known = path;
		for (Map.Entry<String, String> id : this.ids.entrySet()) {
			known = known.replace(id.getKey(), id.getValue());
		}
		return known;
	}

	private void create(String name, String path, String body) {
		HttpResponse<String> created = this.owner.send("POST", path, body);
		assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
		this.ids.put(name, json(created).get("id").asString());
	}

	private JsonNode json(HttpResponse<String> answer) {
		return this.stack.json().readTree(answer.body());
	}

}
