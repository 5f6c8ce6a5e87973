package dev.insyn.page.editing;

import java.time.LocalDate;
import java.util.List;

import dev.insyn.page.pages.PageContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a page must keep to. Each line went red when its check was taken out.
class ChecksTests {

	@Test
	void takesThePageThatATenantBeginsWith() {
		assertThat(problems(ContentFixtures.beginning())).isEmpty();
		Findings findings = new Findings();
		ReadyChecks.check(ContentFixtures.beginning(), LocalDate.of(2026, 11, 21), findings);
		assertThat(findings.problems()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					name          | {"sv":"Redigera _egna_ data"}                    | name.sv underscore
					name          | {"sv":"Rad\\u0000"}                               | name.sv characters
					name          | {"xx":"Redigera"}                                | name unknown-language
					title         | {"sv":"två\\nrader"}                             | title.sv characters
					languages     | []                                               | languages required
					languages     | ["sv","sv"]                                      | languages twice
					languages     | ["sv","ru"]                                      | languages unknown-language
					logNote       | {"sv":"Ändrat {email}"}                          | logNote.sv unknown-placeholder
					header        | [{"key":"email","editable":true}]                | header[0].editable header-read-only
					body          | [{"key":"email","required":true}]                | body[0].required only-editable
					body          | [{"key":"title","preset":["VD"]}]                | body[0].preset only-editable
					body          | [{"key":"title"},{"key":"title"}]                | body[1].key twice
					body          | [{"key":"shoe-size"}]                            | body[0].key unknown-field
					body          | [{"editable":true}]                              | body[0].key unknown-field
					body          | [{"key":"title","editable":true,"preset":["Verkställande direktör"]}] | body[0].preset value
					body          | [{"key":"birth-date","editable":true,"preset":["21/11/26"]}] | body[0].preset value
					body          | [{"key":"language","editable":true,"preset":["svenska"]}] | body[0].preset not-canonical
					body          | [{"key":"language","editable":true,"preset":["fi"]}] | body[0].preset value
					body          | [{"key":"language","editable":true,"preset":["sv","en"]}] | body[0].preset one-value
					body          | [{"key":"address","editable":true,"preset":["Storgatan 1"]}] | body[0].preset no-default
					reports       | [{"type":"invoices","columns":["amount"],"limit":10}] | reports[0].type unknown-record-type
					reports       | [{"type":"orders","columns":[],"limit":10}]      | reports[0].columns required
					reports       | [{"type":"orders","columns":["colour"],"limit":10}] | reports[0].columns unknown-column
					reports       | [{"type":"orders","columns":["amount","amount"],"limit":10}] | reports[0].columns twice
					reports       | [{"type":"orders","columns":["amount"],"limit":0}] | reports[0].limit range
					reports       | [{"type":"orders","columns":["amount"],"limit":101}] | reports[0].limit range
					reports       | [{"type":"orders","columns":["amount"],"limit":1,"since":"a year"}] | reports[0].since period
					reports       | [{"type":"orders","columns":["amount"],"limit":1,"since":"P0D"}] | reports[0].since period
					reports       | [{"type":"orders","columns":["amount"],"limit":1,"order":{"column":"x"}}] | reports[0].order.column unknown-column
					hidden        | [{"key":"title","kind":"DATE"}]                  | hidden[0].key written-twice
					hidden        | [{"key":"email","kind":"DATE"}]                  | hidden[0].kind does-not-fit
					hidden        | [{"key":"updated-on","kind":"PAGE_NAME"}]        | hidden[0].kind does-not-fit
					hidden        | [{"key":"updated-on","kind":"FIXED"}]            | hidden[0].value required
					hidden        | [{"key":"updated-on","kind":"FIXED","value":"igår"}] | hidden[0].value value
					hidden        | [{"key":"customer-number","kind":"DATE"},{"key":"customer-number","kind":"DATE"}] | hidden[1].key written-twice
					""")
	void saysWhatIsWrongAndWhere(String member, String json, String problem) {
		assertThat(problems(ContentFixtures.with(member, json))).contains(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"linkLifetime":{"kind":"days","days":0}}                | rules.linkLifetime.days range
			{"linkLifetime":{"kind":"days","days":4000}}             | rules.linkLifetime.days range
			{"linkLifetime":{"kind":"days"}}                         | rules.linkLifetime.days range
			{"linkLifetime":{"kind":"date"}}                         | rules.linkLifetime.date required
			{"linkLifetime":{"kind":"soon"}}                         | rules.linkLifetime.kind unknown
			{"opening":"fax"}                                        | rules.opening unknown
			{"notified":["not an address"]}                          | rules.notified[0] email
			{"activity":{"type":"follow-up","subject":"","assignee":"a","dueDays":3}} | rules.activity.subject required
			{"activity":{"type":"follow-up","subject":"x","dueDays":3}} | rules.activity.assignee required
			{"activity":{"type":"follow-up","subject":"x","assignee":"a","dueDays":-1}} | rules.activity.dueDays range
			""")
	void wantsRulesThatAreWhole(String json, String problem) {
		assertThat(problems(ContentFixtures.with("rules", json))).contains(problem);
	}

	@Test
	void limitsEveryText() {
		for (String member : List.of("name", "title", "intro", "logNote", "button", "confirmation")) {
			assertThat(problems(ContentFixtures.with(member, "{\"sv\":\"" + "å".repeat(10_001) + "\"}"))).as(member)
				.contains(member + ".sv too-long");
		}
		for (String member : List.of("section", "heading", "comment")) {
			assertThat(problems(ContentFixtures
				.field("{\"key\":\"title\",\"" + member + "\":{\"sv\":\"" + "å".repeat(1001) + "\"}}"))).as(member)
				.contains("body[0]." + member + ".sv too-long");
		}
		assertThat(problems(ContentFixtures.with("description", "\"" + "å".repeat(501) + "\"")))
			.contains("description too-long");
	}

	/// Ten thousand fields are counted, not looked at one by one.
	@Test
	void refusesTenThousandFieldsAtOnce() {
		String fields = "{\"key\":\"title\"},".repeat(10_000) + "{\"key\":\"title\"}";
		assertThat(problems(ContentFixtures.with("body", "[" + fields + "]"))).containsExactly("body too-many");
	}

	@Test
	void asksOfAPublishedPageWhatADraftMayLack() {
		PageContent bare = ContentFixtures.with((content) -> {
			content.putObject("title");
			content.putArray("header");
			content.putArray("body");
			content.putArray("reports");
			content.putObject("rules").putObject("linkLifetime").put("kind", "date").put("date", "2026-11-20");
			return content;
		});
		assertThat(problems(bare)).isEmpty();
		Findings findings = new Findings();
		ReadyChecks.check(bare, LocalDate.of(2026, 11, 21), findings);
		assertThat(findings.problems()).extracting((problem) -> problem.member() + " " + problem.code())
			.containsExactly("title.sv required", "body nothing-to-show", "rules.linkLifetime.date past");
	}

	private static List<String> problems(PageContent content) {
		Findings findings = new Findings();
		ShapeChecks.check(content, findings);
		if (findings.isEmpty() || content.fields().size() <= ShapeChecks.MOST_FIELDS) {
			RegisterChecks.check(content, ContentFixtures.register(), findings);
		}
		return findings.problems().stream().map((problem) -> problem.member() + " " + problem.code()).toList();
	}

}
