package dev.insyn.page.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.insyn.page.PageStories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/// An administrator builds a page with plain forms, as a browser without script sends them.
class PageConsoleIT extends PageStories {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String MARKUP = "\"'><img src=x onerror=alert(1)><script>x</script>";

	@Test
	void buildsThePageThatTheGuideDescribes() {
		String page = create("Redigera egen data", "För kunder i Norden");
		assertThat(screen(page).select("h1").text()).contains("Redigera egen data");
		Document saved = submit(page + "/rules",
				Map.of("lifetime", "never", "others", "chef@nordcykel.example", "activity", "true", "activitySubject",
						"Läs", "activityType", "call", "activityAssignee", "chef@nordcykel.example", "activityDue",
						"5"));
		assertThat(saved.select("#toasts").text()).contains("Draft saved");
		assertThat(saved.expectFirst("[name=activityDue]").val()).isEqualTo("5");
		submit(page + "/content",
				Map.of("button.sv", "Uppdatera", "confirmation.sv", "Tack!", "intro.sv", "Läs **noga** <b>här</b>"));
		Document added = submit(page + "/fields", Map.of("to.body", "employees"));
		assertThat(added.select("#row-employees details[open] summary[autofocus]")).as("is set up next").hasSize(1);
		assertThat(added.expectFirst("iframe").attr("data-part")).isEqualTo("f-employees");
		submit(page + "/fields", Map.of("f.employees.heading.sv", "Hur många är ni?", "f.employees.comment.sv",
				"Ungefär", "f.employees.required", "true", "f.employees.preset", "12"));
		submit(page + "/fields", Map.of("move", "up:employees"));
		submit(page + "/fields", Map.of("to.header", "employees"));
		submit(page + "/fields", Map.of("to.body", "employees", "f.employees.editable", "true"));
		submit(page + "/reports", Map.of("add", "cases"));
		submit(page + "/hidden", Map.of("logNote.sv", "{number}: {changed-fields}"));
		Document preview = Jsoup.parse(text(get(page + "/preview?lang=sv")));
		assertThat(preview.select(".prose").html()).contains("<strong>noga</strong>", "&lt;b&gt;");
		assertThat(preview.select("button[name=act]")).isNotEmpty().allMatch((button) -> button.hasAttr("disabled"));
		assertThat(preview.html()).contains("Hur många är ni?", "Uppdatera", "Maja");
		Document review = screen(page + "/publish");
		assertThat(review.text()).contains("for the first time");
		MvcTestResult published = post(page + "/publish", values(Map.of("revision", revision(page))));
		assertThat(published).hasStatus(303);
		assertThat(screen("/admin/pages").text()).contains("Redigera egen data", "För kunder i Norden", "Published");
		assertThat(screen(page).select(".head-actions > .button").eachAttr("href"))
			.containsExactly("/admin/links?page=" + page.replaceAll(".*/", ""), "/admin/mailings/new");
		assertThat(screen(page + "/versions").text()).contains("Version 1", "Contacts see it");
		assertThat(screen(page + "/versions/compare?from=1&to=draft").text()).contains("Both say the same");
	}

	@Test
	void movesAColumnOfAReport() {
		String page = create("Kolumner", "");
		submit(page + "/reports", Map.of("add", "cases"));
		List<String> before = chosenColumns(page);
		assertThat(before).hasSizeGreaterThan(2);
		submit(page + "/reports", Map.of("column", "down:0:" + before.getFirst()));
		assertThat(chosenColumns(page)).startsWith(before.get(1), before.get(0), before.get(2));
		submit(page + "/reports", Map.of("column", "up:0:" + before.getFirst()));
		assertThat(chosenColumns(page)).isEqualTo(before);
		submit(page + "/reports", Map.of("column", "up:0:" + before.getFirst()));
		assertThat(chosenColumns(page)).as("the first stays the first").isEqualTo(before);
	}

	/// Reports have no name but their place, so the button that moves the same one on
	/// is another one then. Red when the answer doesn't say which.
	@Test
	void whoeverMovesAReportCanMoveItAgain() {
		String page = create("Rapporter", "");
		Document added = submit(page + "/reports", Map.of("add", "cases"));
		assertThat(added.select("#report-1 details[open] summary[autofocus]")).hasSize(1);
		Document moved = submit(page + "/reports", Map.of("move", "up:1"));
		assertThat(moved.select("[name='r.0.type']").val()).isEqualTo("cases");
		assertThat(moved.select("[autofocus]").eachAttr("value")).containsExactly("up:0");
		Document back = submit(page + "/reports", Map.of("move", "down:0"));
		assertThat(back.select("[name='r.1.type']").val()).isEqualTo("cases");
		assertThat(back.select("[autofocus]").eachAttr("value")).containsExactly("down:1");
	}

	private List<String> chosenColumns(String page) {
		return screen(page + "/reports").select("[name='r.0.columns'][checked]").eachAttr("value");
	}

	@Test
	void tellsWhatIsWrongBesideItsInputAndKeepsWhatWasTyped() {
		String page = create("Fel", "");
		MultiValueMap<String, String> form = form(screen(page + "/rules"));
		form.set("lifetime", "days");
		form.set("days", "hundra");
		MvcTestResult refused = post(page + "/rules", form);
		assertThat(refused).hasStatus(422);
		Document again = Jsoup.parse(text(refused));
		assertThat(again.select(".summary a").attr("href")).isEqualTo("#f-days");
		assertThat(again.expectFirst("[name=days]").val()).isEqualTo("hundra");
		MultiValueMap<String, String> fields = form(screen(page + "/fields"));
		fields.set("f.birth-date.preset", "2099-01-01");
		Document wrong = Jsoup.parse(text(post(page + "/fields", fields)));
		assertThat(wrong.select(".summary a").attr("href")).isEqualTo("#f-f-birth-date-preset");
		assertThat(wrong.expectFirst("[name=f.birth-date.preset]").val()).isEqualTo("2099-01-01");
		assertThat(wrong.expectFirst("#row-birth-date details").hasAttr("open")).isTrue();
	}

	/// Red when the screen saves without the revision that it showed.
	@Test
	void tellsTheSecondOfTwoWhoWasFirstAndKeepsWhatItTyped() {
		String page = create("Två", "");
		MultiValueMap<String, String> late = form(screen(page + "/content"));
		submit(page + "/content", Map.of("title.sv", "Den första"));
		late.set("title.sv", "Den andra");
		MvcTestResult conflict = post(page + "/content", late);
		assertThat(conflict).hasStatus(409);
		Document told = Jsoup.parse(text(conflict));
		assertThat(told.select(".notice").text()).contains("before you", "saved");
		assertThat(told.select(".differences").text()).contains("Den första", "Den andra");
		assertThat(told.expectFirst("[name=title.sv]").val()).isEqualTo("Den andra");
		assertThat(post(page + "/content", form(told))).hasStatus(303);
		assertThat(screen(page + "/content").expectFirst("[name=title.sv]").val()).isEqualTo("Den andra");
		MvcTestResult archive = post(page + "/delete", values(Map.of("revision", "1")));
		assertThat(archive).hasStatus(409);
		assertThat(text(archive)).contains("Nothing was done");
	}

	@Test
	void asksBeforeItTakesAPageAway() {
		String page = create("Bort", "");
		post(page + "/publish", values(Map.of("revision", revision(page))));
		assertThat(screen(page + "/archive").select("main").text()).contains("stop working at once");
		assertThat(post(page + "/archive", values(Map.of("revision", revision(page))))).hasStatus(303);
		Document archived = screen(page + "/content");
		assertThat(archived.expectFirst("fieldset.plain").hasAttr("disabled")).isTrue();
		assertThat(screen("/admin/pages?state=archived").text()).contains("Bort");
		assertThat(screen("/admin/pages?state=draft").text()).doesNotContain("Bort");
	}

	@Test
	void saysWhatKeepsAPageFromBeingPublishedAndWhereToSetItRight() {
		String page = create("Laglös", "");
		submit(page + "/content", Map.of("button.sv", ""));
		CONTACTS.forgetsWhy("birth-date");
		Document review = screen(page + "/publish");
		assertThat(review.select(".summary a").eachAttr("href")).contains("/admin/field-catalogue/birth-date", page);
		assertThat(review.select("form[action$=/publish]")).isEmpty();
		assertThat(screen(page + "/fields").select("#row-birth-date .lacking")).isNotEmpty();
	}

	/// Walks over every text of a page's JSON. Red when a template writes unescaped.
	@Test
	void showsMarkupInAnyTextAsText() {
		String page = create("Märkning", "");
		String number = page.substring(page.lastIndexOf('/') + 1);
		ObjectNode draft = (ObjectNode) JSON
			.readTree(text(api(HttpMethod.GET, "/api/pages/" + number, "", "application/json")))
			.get("draft");
		List<String> poisoned = new ArrayList<>();
		poison(draft, "", poisoned);
		assertThat(poisoned).hasSizeGreaterThan(20);
		MvcTestResult saved = api(HttpMethod.PUT, "/api/pages/" + number + "/draft", draft.toString(),
				"application/json");
		assertThat(saved).as(() -> text(saved)).hasStatusOk();
		for (String screen : List.of("", "/content", "/fields", "/reports", "/hidden", "/rules", "/versions",
				"/publish", "/preview", "/preview?lang=en", "/archive")) {
			harmless(text(get(page + screen)), screen);
		}
		harmless(text(get("/admin/pages")), "list");
		assertThat(post(page + "/publish", values(Map.of("revision", revision(page))))).hasStatus(303);
		String seen = text(this.mvc.get().uri("/p/" + number).headers((headers) -> {
			headers.setBearerAuth(this.tokens.contact("nordcykel", "abcdefghijklmnopqrst" + "aaaaab", number));
			headers.setAccept(List.of(MediaType.TEXT_HTML));
		}).exchange());
		harmless(seen, "the contact's page");
	}

	private static void harmless(String html, String screen) {
		Document page = Jsoup.parse(html);
		assertThat(page.select("[onerror], img[src=x]")).as(screen).isEmpty();
		assertThat(page.select("script").stream().map(Element::data)).as(screen).allMatch(String::isEmpty);
	}

	/// Puts markup into every text that a person reads.
	private static void poison(JsonNode node, String path, List<String> poisoned) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode value = object.get(name);
				boolean read = path.matches(".*(name|title|intro|logNote|button|confirmation|section|heading|comment)")
						|| List.of("description", "subject", "type").contains(name) && !path.contains("reports");
				if (value.isString() && read) {
					object.set(name, StringNode.valueOf(MARKUP));
					poisoned.add(path + "." + name);
				}
				else {
					poison(value, path + "." + name, poisoned);
				}
			}
		}
		else if (node instanceof ArrayNode array) {
			array.forEach((one) -> poison(one, path, poisoned));
		}
	}

	@Test
	void letsReadersLookAndNotTouch() {
		String page = create("Läsa", "");
		String reader = this.tokens.user("nordcykel", "olle", 10);
		Document seen = Jsoup.parse(text(send(HttpMethod.GET, page + "/content", values(Map.of()), reader)));
		assertThat(seen.expectFirst("fieldset.plain").hasAttr("disabled")).isTrue();
		assertThat(seen.select(".head-actions").select("form, .primary, .danger, a:not([href^=/admin/links])"))
			.isEmpty();
		for (String act : List.of("/content", "/fields", "/publish", "/archive", "/delete", "/duplicate",
				"/versions/1/restore")) {
			assertThat(send(HttpMethod.POST, page + act, values(Map.of("revision", "1")), reader)).as(act)
				.hasStatus(403);
		}
		assertThat(send(HttpMethod.GET, page, values(Map.of()), this.tokens.user("neutral", "fremd", 99)))
			.hasStatus(404);
		assertThat(send(HttpMethod.GET, page, values(Map.of()), this.tokens.contact("nordcykel", "anna")))
			.hasStatus(403);
	}

	private String create(String name, String description) {
		MultiValueMap<String, String> form = form(screen("/admin/pages/new"), "new-page");
		form.set("name.sv", name);
		form.set("description", description);
		MvcTestResult created = post("/admin/pages/new", form);
		assertThat(created).hasStatus(303);
		return String.valueOf(created.getResponse().getHeader("Location")).replaceAll("\\?.*", "");
	}

	/// Sends the screen's form with these values, and shows what comes then.
	private Document submit(String path, Map<String, String> changes) {
		MultiValueMap<String, String> form = form(screen(path));
		changes.forEach(form::set);
		MvcTestResult answer = post(path, form);
		assertThat(answer).as(() -> Jsoup.parse(text(answer)).select(".summary").text()).hasStatus(303);
		return screen(String.valueOf(answer.getResponse().getHeader("Location")).replaceAll("#.*", ""));
	}

	private String revision(String page) {
		return screen(page + "/content").expectFirst("[name=revision]").val();
	}

	private Document screen(String path) {
		MvcTestResult answer = get(path);
		assertThat(answer).as(path).hasStatusOk();
		return Jsoup.parse(text(answer));
	}

	private MvcTestResult get(String path) {
		return send(HttpMethod.GET, path, values(Map.of()), administrator());
	}

	private MvcTestResult post(String path, MultiValueMap<String, String> form) {
		return send(HttpMethod.POST, path, form, administrator());
	}

	private MvcTestResult send(HttpMethod method, String path, MultiValueMap<String, String> form, String token) {
		return this.mvc.method(method).uri(java.net.URI.create(path)).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setAccept(List.of(MediaType.TEXT_HTML));
			if (method == HttpMethod.POST) {
				headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
			}
		}).formFields(form).exchange();
	}

	private MvcTestResult api(HttpMethod method, String path, String body, String type) {
		return this.mvc.method(method).uri(path).headers((headers) -> {
			headers.setBearerAuth(administrator());
			headers.setAccept(List.of(MediaType.APPLICATION_JSON));
			headers.set("Content-Type", type);
			headers.setIfMatch("\"1\"");
		}).content(body).exchange();
	}

	private String administrator() {
		return this.tokens.user("nordcykel", "karin", 99);
	}

	private static MultiValueMap<String, String> values(Map<String, String> values) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		values.forEach(form::set);
		return form;
	}

	private static MultiValueMap<String, String> form(Document screen) {
		return form(screen, "editor");
	}

	/// What a browser would send of the form, by its first button.
	private static MultiValueMap<String, String> form(Document screen, String id) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		for (Element input : screen.select("#" + id + " [name]")) {
			boolean box = List.of("radio", "checkbox").contains(input.attr("type"));
			if (input.nameIs("select")) {
				values.add(input.attr("name"), input.select("option[selected]").val());
			}
			else if (input.nameIs("textarea")) {
				values.add(input.attr("name"), input.wholeText().replaceFirst("^\n", ""));
			}
			else if (!input.nameIs("button") && (!box || input.hasAttr("checked"))) {
				values.add(input.attr("name"), input.val());
			}
		}
		return values;
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
