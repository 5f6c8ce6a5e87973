package dev.insyn.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.page.StubContactService.Mood;
import dev.insyn.page.catalogue.Catalogue;
import dev.insyn.page.catalogue.RecordTypes;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.own.PagePreview;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.PageReport;
import dev.insyn.page.pages.Register;
import dev.insyn.page.pages.StartingContent;
import dev.insyn.pagekit.Kit;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.platform.tenancy.Tenants;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/// The stories of the page's tables, and of another e-mail address.
@SuppressWarnings("NullAway.Init") // injected
class ReportsAndEmailIT extends PageStories {

	private static final String NEW = "anna@ny.example";

	private static final TenantId NORDCYKEL = new TenantId("nordcykel");

	@Autowired
	private PagePreview preview;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private RecordTypes recordTypes;

	@Autowired
	private Tenants tenants;

	@Test
	void showsItsReportInTheReadersWayOfWritingAndHowMuchIsNotShown() {
		CONTACTS.reports(48, List.of(Map.of("number", "48211", "date", "2026-11-18", "description", "Kompass <b>28</b>",
				"amount", "12995", "status", "sent"), Map.of("number", "48007")));
		Document page = open("sv");
		assertThat(page.select(".report h2").text()).isEqualTo("Dina beställningar");
		assertThat(page.select(".report thead th").eachText()).containsExactly("Nummer", "Datum", "Vad", "Belopp (kr)",
				"Läge");
		assertThat(page.select(".report tbody tr:first-child > * > span:last-child").eachText())
			.containsExactly("48211", "18 nov. 2026", "Kompass <b>28</b>", "12 995", "Skickad");
		assertThat(page.select(".report tbody tr:last-child > * > span:last-child").eachText()).containsExactly("48007",
				"–", "–", "–", "–");
		assertThat(page.select(".report .quiet").text()).isEqualTo("2 av 48 visas.");
		assertThat(page.select("form.own-data .report")).as("between the fields and the button").hasSize(1);
		assertThat(open("en").select(".report tbody td").get(0).text()).contains("18 Nov 2026");
		assertThat(CONTACTS.asked())
			.contains("reports=orders:contact:number.date.description.amount.status:-date:5:P3Y");
	}

	@Test
	void saysSoInWordsWhenThereIsNothing() {
		Document page = open("sv");
		assertThat(page.select(".report table")).isEmpty();
		assertThat(page.select(".report .quiet").text()).isEqualTo("Det finns inga från den senaste tiden.");
	}

	/// Red when an unavailable report is drawn as an empty one, or takes the page with
	/// it.
	@Test
	void showsEverythingElseAndSaysSoWhenRecordsFail() {
		CONTACTS.hasNoRecordsNow();
		Document page = open("sv");
		assertThat(page.expectFirst("[name=first-name]").val()).isEqualTo("Anna");
		assertThat(page.select(".report .quiet").text()).startsWith("De här uppgifterna går inte att visa just nu.");
	}

	@Test
	void tellsWhyRecordsAreKept() {
		assertThat(open("sv").select(".privacy-group").eachText())
			.anySatisfy((group) -> assertThat(group).contains("Dina beställningar", "Att bokföra", "Lagkrav", "7 år"));
	}

	/// Story: a new address, a wrong code, the right one.
	@Test
	void theAddressChangesWithTheCodeAndTheRestAtOnce() {
		Document asking = ask(NEW, "Chef");
		assertThat(asking.select("h1").text()).isEqualTo("Bekräfta din nya e-postadress");
		assertThat(asking.select("main").text()).contains(NEW, "Till dess gäller den gamla", "Det här är redan sparat",
				"Chef");
		assertThat(asking.expectFirst("[name=code]").attributes().toString()).contains("inputmode=\"numeric\"",
				"autocomplete=\"one-time-code\"");
		assertThat(CONTACTS.value(this.contact, "email")).isEqualTo("anna.lindqvist@kund.example");
		assertThat(open("sv").select(".notice.info a").attr("href")).startsWith("/p/P05/email");

		MvcTestResult wrong = enter(asking, "code", "000000");
		assertThat(wrong).hasStatus(422);
		assertThat(html(wrong).title()).startsWith("Fel: ");
		assertThat(html(wrong).select(".summary a").attr("href")).isEqualTo("#f-code");
		assertThat(html(wrong).select(".error").text()).contains("Du kan försöka 4 gånger till");
		assertThat(html(wrong).expectFirst("[name=code]").val()).isEqualTo("000000");

		Document done = follow(enter(asking, "code", StubContactService.CODE));
		assertThat(done.select("h1").text()).contains("Din e-postadress är bytt");
		assertThat(done.select("table.changes").text()).contains("anna.lindqvist@kund.example", NEW);
		assertThat(done.select("main").text()).contains("skriver vi också till den gamla adressen");
		assertThat(CONTACTS.value(this.contact, "email")).isEqualTo(NEW);
	}

	@Test
	void tooManyWrongCodesLeaveTheOldAddressAndOfferAnotherCode() {
		Document asking = ask(NEW, "Chef");
		for (int i = 0; i < 4; i++) {
			assertThat(enter(asking, "code", "000000")).hasStatus(422);
		}
		Document stopped = html(enter(asking, "code", "000000"));
		assertThat(stopped.select(".notice.warning").text()).contains("för många gånger", "gamla adress");
		assertThat(stopped.select("[name=code]")).isEmpty();
		MvcTestResult again = enter(stopped, "resend", "");
		assertThat(again).hasStatus(303).hasHeader("Location", location(again));
		assertThat(location(again)).startsWith("/p/P05/email?sent=1").doesNotContain("anna");
		assertThat(get(location(again)).select(".notice.success").text()).contains("En ny kod är på väg");
	}

	@Test
	void saysWhyNoOtherCodeIsSent() {
		Document asking = ask(NEW, "Chef");
		CONTACTS.refuses("{\"type\":\"urn:insyn:problem:email-code-limit\"}");
		assertThat(html(enter(asking, "resend", "")).select(".notice.warning").text()).contains("fler koder i dag");
	}

	@Test
	void theContactMayKeepItsOldAddress() {
		Document asking = ask(NEW, "Chef");
		assertThat(follow(enter(asking, "withdraw", "")).select("h1").text()).contains("Din gamla e-postadress gäller");
		assertThat(html(enter(asking, "code", StubContactService.CODE)).select("h1").text())
			.isEqualTo("Ingen ny e-postadress väntar på en kod");
		assertThat(open("sv").select(".notice")).isEmpty();
	}

	/// Red when the form's link is not compared, or another page than the token's is
	/// shown.
	@Test
	void takesNoCodeForAnotherLinkOrPage() {
		Document asking = ask(NEW, "Chef");
		asking.expectFirst("[name=_link]").val("link-of-someone-else");
		assertThat(enter(asking, "code", StubContactService.CODE)).hasStatus(409);
		assertThat(CONTACTS.value(this.contact, "email")).isEqualTo("anna.lindqvist@kund.example");
		assertThat(this.mvc.get().uri("/p/P06/email").headers((headers) -> headers.setBearerAuth(token())).exchange())
			.hasStatus(403);
		assertThat(this.mvc.get().uri("/p/P05/email").accept(MediaType.TEXT_HTML).exchange()).hasStatus(401);
	}

	@Test
	void saysHonestlyThatTheCodeCanNotBeTakenNow() {
		Document asking = ask(NEW, "Chef");
		CONTACTS.is(Mood.SICK);
		MvcTestResult away = enter(asking, "code", StubContactService.CODE);
		assertThat(away).hasStatus(503);
		assertThat(html(away).select("main").text()).contains("Din e-postadress är inte bytt");
	}

	@Test
	void anAddressAskedForWhileContactServiceIsAwayIsNotPromised() {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("email", NEW);
		form.set("title", "Chef");
		CONTACTS.is(Mood.GONE);
		Document receipt = follow(post(form));
		assertThat(receipt.select("main").text()).contains("Din e-postadress är inte bytt än", "Chef");
		assertThat(receipt.select("table.changes").text()).doesNotContain(NEW);
	}

	/// Everything that a browser fetches for the first view, compressed as the gateway
	/// does.
	@Test
	void theFirstViewTakesUnder60KbWith20FieldsAndAReport() throws Exception {
		List<FieldDefinition> fields = new ArrayList<>(this.catalogue.of(NORDCYKEL));
		fields.addAll(fields.stream().limit(4).map(ReportsAndEmailIT::another).toList());
		PageContent page = withFields(StartingContent.of(this.tenants.get(NORDCYKEL)), fields);
		List<Map<String, Object>> rows = Collections.nCopies(20, Map.of("number", "48211", "date", "2026-11-18",
				"description", "Kompass 28, mörkblå, med pakethållare", "amount", "12995", "status", "sent"));
		ContactView contact = new ContactView(this.contact, 1, "Anna Lindqvist", null, Map.of(),
				List.of(new ContactView.Report(48, rows, false)), null, null);
		String html = Kit.render(this.preview.of(LivePage.draft(this.tenants.get(NORDCYKEL), "P05", page,
				Register.of(fields, this.recordTypes.of(NORDCYKEL))), "sv", contact));
		Document document = Jsoup.parse(html);
		assertThat(document.select(".form-part .field:not(.group .field), .header-fields dt")).hasSizeGreaterThan(19);
		assertThat(document.select(".report tbody tr")).hasSize(20);
		int bytes = compressed(html.getBytes(StandardCharsets.UTF_8));
		for (Element file : document.select("link[href], img[src]")) {
			bytes += compressed(this.mvc.get()
				.uri(file.attr("href") + file.attr("src"))
				.exchange()
				.getResponse()
				.getContentAsByteArray());
		}
		assertThat(bytes).isLessThan(60 * 1024).isGreaterThan(5 * 1024);
	}

	private static PageContent withFields(PageContent page, List<FieldDefinition> fields) {
		return new PageContent(page.kind(), "", page.name(), page.theme(), page.languages(), page.title(), page.intro(),
				page.header(), fields.stream().map((field) -> PageField.editable(field.key())).toList(),
				page.reports().stream().map(ReportsAndEmailIT::long20).toList(), page.hidden(), page.logNote(),
				page.button(), page.confirmation(), page.rules());
	}

	private static PageReport long20(PageReport report) {
		return new PageReport(report.type(), report.of(), report.heading(), report.columns(), report.order(), 20,
				report.since());
	}

	private static FieldDefinition another(FieldDefinition field) {
		return new FieldDefinition(field.key() + "-2", field.type(), field.labels(), field.choices(), field.rules(),
				field.purpose(), field.legalBasis(), field.retention(), field.source());
	}

	private static int compressed(byte[] content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(content);
		}
		return out.size();
	}

	private Document ask(String address, String title) {
		MultiValueMap<String, String> form = form(open("sv"));
		form.set("email", address);
		form.set("title", title);
		MvcTestResult answer = post(form);
		assertThat(answer).hasStatus(303);
		assertThat(location(answer)).startsWith("/p/P05/email?updated=").doesNotContain("anna");
		return get(location(answer));
	}

	private MvcTestResult enter(Document asking, String act, String code) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		asking.select("form.email-code input[type=hidden]")
			.forEach((input) -> form.add(input.attr("name"), input.val()));
		form.add("code", code);
		form.add("act", act);
		return this.mvc.post()
			.uri(asking.expectFirst("form.email-code").attr("action"))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.formFields(form)
			.headers((headers) -> headers.setBearerAuth(token()))
			.exchange();
	}

}
