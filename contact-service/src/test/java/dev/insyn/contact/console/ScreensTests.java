package dev.insyn.contact.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.insyn.contact.ChangingStanding;
import dev.insyn.contact.Contacts;
import dev.insyn.contact.FindingContacts;
import dev.insyn.contact.NoSuchContact;
import dev.insyn.contact.OpenContact;
import dev.insyn.contact.ViewingContacts;
import dev.insyn.contact.bounce.Undeliverables;
import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.CatalogueForTests;
import dev.insyn.contact.catalogue.EditingCatalogue;
import dev.insyn.contact.catalogue.EntityTag;
import dev.insyn.contact.catalogue.FieldCatalogues;
import dev.insyn.contact.catalogue.FieldDraft;
import dev.insyn.platform.errors.Problem;
import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/// What the screens show, to whom, and what a form does.
@WebMvcTest(controllers = { CatalogueScreens.class, ContactScreens.class, RightsScreens.class },
		properties = { "insyn.tenants[0].id=nordcykel", "insyn.tenants[0].name=Nordcykel AB",
				"insyn.tenants[0].languages=sv,en" })
@Import({ TestTokens.class, Screens.class })
@SuppressWarnings("NullAway.Init") // injected
class ScreensTests {

	private static final String CATALOGUE = "/admin/field-catalogue";

	private static final String CONTACT = "/admin/contacts/k3v5q7w2m4n6p7r2t4x6z2b4c6";

	private static final String MARKUP = "<script>alert('x')</script>\"'&<b onclick=x>";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private TestTokens tokens;

	@MockitoBean
	private FieldCatalogues catalogues;

	@MockitoBean
	private EditingCatalogue editing;

	@MockitoBean
	private FindingContacts finding;

	@MockitoBean
	private Contacts contacts;

	@MockitoBean
	private ViewingContacts viewing;

	@MockitoBean
	private ChangingStanding changing;

	@MockitoBean
	private Undeliverables undeliverables;

	private final Catalogue catalogue = CatalogueForTests.standardAndMore();

	@BeforeEach
	void aCatalogueAndAContact() {
		keep(this.catalogue);
		given(this.finding.find(any(), any(), any())).willReturn(ScreenFixtures.page(50));
		OpenContact open = mock(OpenContact.class);
		given(open.contact()).willReturn(ScreenFixtures.contact(0));
		given(this.contacts.get(any(), any())).willReturn(open);
	}

	private void keep(Catalogue all) {
		given(this.catalogues.editable(any())).willReturn(all);
		given(this.catalogues.of(any())).willReturn(CatalogueForTests.asOf(all, LocalDate.of(2026, 11, 21)));
	}

	/// Red without the level on the class.
	@ParameterizedTest
	@ValueSource(strings = { CATALOGUE, CATALOGUE + "/colour", "/admin/contacts", CONTACT })
	void isReadFromLevelTenOn(String address) {
		assertThat(get(address, 9)).hasStatus(403);
		assertThat(get(address, 10)).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
	}

	/// Red without the level on the method.
	@ParameterizedTest
	@ValueSource(strings = { "/new", "/new/type", "/colour", "/colour/retire", "/colour/restore", "/colour/delete" })
	void isEditedAtLevelNinetyNineOnly(String address) {
		assertThat(post(CATALOGUE + address, 98, Map.of("version", "1", "type", "TEXT"))).hasStatus(403);
		then(this.editing).shouldHaveNoInteractions();
		assertThat(body(get(CATALOGUE + "/colour", 98))).doesNotContain("<form id=\"field\"", "name=\"labels.sv\"");
	}

	@Test
	void addsAFieldFromItsForm() {
		given(this.editing.add(any(), any(), any())).willReturn(this.catalogue.get("colour"));

		assertThat(post(CATALOGUE + "/new", 99,
				Map.of("type", "CHOICE", "key", "colour", "labels.sv", "Färg", "choices.sv", "red: Röd\nGrön",
						"choices.en", "red: Red\nGreen", "off", "red", "retention.number", "18", "retention.unit", "M",
						"legalBasis", "")))
			.hasStatus(303)
			.hasHeader("Location", CATALOGUE + "/colour?done=field-added");

		ArgumentCaptor<FieldDraft> draft = ArgumentCaptor.forClass(FieldDraft.class);
		then(this.editing).should().add(any(), draft.capture(), any());
		assertThat(draft.getValue().retention()).isEqualTo("P18M");
		assertThat(draft.getValue().choices()).containsExactly(
				new FieldDraft.Option("red", Map.of("sv", "Röd", "en", "Red"), true),
				new FieldDraft.Option("gron", Map.of("sv", "Grön", "en", "Green"), false));
	}

	/// The real rules, through the form.
	@Test
	void saysWhatIsWrongBesideTheInputAndKeepsWhatWasTyped() {
		given(this.editing.change(any(), any(), any(), any())).willAnswer((call) -> {
			CatalogueForTests.check(call.getArgument(1));
			return this.catalogue.get("birth-date");
		});

		MvcTestResult answer = post(CATALOGUE + "/birth-date", 99,
				Map.of("version", "1", "type", "DATE", "labels.sv", "Födelsedag", "rules.after", "i går"));

		assertThat(answer).hasStatus(422);
		assertThat(body(answer)).contains("value=\"Födelsedag\"", "value=\"i går\"", "f-rules-after-error",
				"Give a date like 2026-11-21");
	}

	@Test
	void whoComesSecondIsToldAndKeepsWhatWasTyped() {
		willThrow(new Problem(HttpStatus.PRECONDITION_FAILED, "urn:insyn:problem:precondition-failed", "Changed"))
			.given(this.editing)
			.change(any(), any(), eq(new EntityTag("41")), any());

		MvcTestResult answer = post(CATALOGUE + "/title", 99, Map.of("version", "41", "labels.sv", "Min titel"));

		assertThat(answer).hasStatus(422);
		assertThat(body(answer)).contains("Somebody else has changed this field", "Min titel")
			.doesNotContain("value=\"41\"");
	}

	@Test
	void saysWhyAFieldStays() {
		willThrow(new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:field-on-pages", "P05")).given(this.editing)
			.delete(any(), any(), any(), any());

		MvcTestResult answer = post(CATALOGUE + "/colour/delete", 99, Map.of("version", "1"));

		assertThat(answer).hasStatus(422);
		assertThat(body(answer)).contains("Published pages show this field");
	}

	@Test
	void asksBeforeAFieldIsRetiredOrDeletedAndOffersNoDeletionWhereValuesAre() {
		assertThat(body(get(CATALOGUE + "/colour", 99))).contains("id=\"retire\"", "id=\"delete\"",
				"No contact has ever had a value");
		assertThat(body(get(CATALOGUE + "/phone", 99))).contains("id=\"retire\"").doesNotContain("id=\"delete\"");
		assertThat(body(get(CATALOGUE + "/colour/delete", 99))).contains("action=\"" + CATALOGUE + "/colour/delete\"");
	}

	/// Red when a template writes any of them as it is.
	@Test
	void escapesMarkupInEveryText() {
		String texts = "{\"sv\":\"%1$s\",\"en\":\"%1$s\"}".formatted(MARKUP.replace("\"", "\\\""));
		keep(CatalogueForTests.with(this.catalogue, """
				{"key":"tricky","type":"CHOICE","labels":%1$s,"purpose":%1$s,"legalBasis":"consent","retention":"P1Y",
				 "choices":[{"value":"a","labels":%1$s}]}""".formatted(texts)));

		for (String address : List.of(CATALOGUE, CATALOGUE + "/tricky", CATALOGUE + "/tricky/retire")) {
			for (int level : List.of(10, 99)) {
				assertThat(body(get(address, level))).as(address).doesNotContain("<script>alert", "<b onclick");
			}
		}
		assertThat(body(get(CATALOGUE, 99))).contains("&lt;script&gt;alert");
		OpenContact open = mock(OpenContact.class);
		given(open.contact()).willReturn(ScreenFixtures.contactNamed("<script>alert(1)</script>"));
		given(this.contacts.get(any(), any())).willReturn(open);
		given(this.finding.find(any(), any(), any()))
			.willReturn(ScreenFixtures.page(List.of(ScreenFixtures.contactNamed("<script>alert(1)</script>"))));
		assertThat(body(get(CONTACT, 99))).contains("&lt;script").doesNotContain("<script>alert");
		assertThat(body(get("/admin/contacts", 99))).contains("&lt;script").doesNotContain("<script>alert");
	}

	/// Red when the details are read without telling it.
	@Test
	void opensAContactOnlyWithARecordOfWhoDid() {
		assertThat(body(get(CONTACT, 10)))
			.contains("Anna Lindqvist", "08-123 456 78", "Page P05", "NC-1001",
					"/admin/audit?contact=k3v5q7w2m4n6p7r2t4x6z2b4c6", "The catalogue has no such field")
			.contains("••• 34");
		InOrder order = inOrder(this.contacts, this.viewing);
		order.verify(this.contacts).get(any(), any());
		order.verify(this.viewing).viewed(any(), any());

		willThrow(new IllegalStateException("no database")).given(this.viewing).viewed(any(), any());
		assertThat(body(get(CONTACT, 10))).doesNotContain("Lindqvist");
	}

	@Test
	void recordsNoLookAtWhoIsNotThere() {
		given(this.contacts.get(any(), any())).willThrow(new NoSuchContact());

		assertThat(get(CONTACT, 10)).hasStatus(404);
		assertThat(get("/admin/contacts/not-an-id", 10)).hasStatus(404);
		then(this.viewing).should(never()).viewed(any(), any());
	}

	/// Red without the levels of [RightsScreens].
	@ParameterizedTest
	@CsvSource({ "object,50", "lift-objection,50", "restrict,99", "lift-restriction,99" })
	void whatAContactsRightsForbidIsChangedByWhoMay(String act, int level) {
		assertThat(get(CONTACT + "/" + act, level - 1)).hasStatus(403);
		assertThat(post(CONTACT + "/" + act, level - 1, Map.of())).hasStatus(403);
		then(this.changing).shouldHaveNoInteractions();

		assertThat(body(get(CONTACT + "/" + act, level))).contains("action=\"" + CONTACT + "/" + act + "\"");
		assertThat(post(CONTACT + "/" + act, level, Map.of())).hasStatus(303)
			.hasHeader("Location", CONTACT + "?done=contact-" + act);
	}

	@Test
	void showsWhatRightsForbidAndOffersOnlyWhatCanBeDone() {
		assertThat(body(get(CONTACT, 49))).contains("Nothing against it").doesNotContain(CONTACT + "/object");
		assertThat(body(get(CONTACT, 50))).contains(CONTACT + "/object").doesNotContain(CONTACT + "/restrict");
		OpenContact open = mock(OpenContact.class);
		given(open.contact()).willReturn(ScreenFixtures.restricted());
		given(this.contacts.get(any(), any())).willReturn(open);
		assertThat(body(get(CONTACT, 99))).contains("The data may only be kept", "By the unsubscribe link of a mailing",
				CONTACT + "/lift-restriction", CONTACT + "/lift-objection");
	}

	/// Red when the search stands in an address.
	@Test
	void keepsWhatIsSearchedForOutOfAddresses() {
		MvcTestResult found = post("/admin/contacts", 10, Map.of("q", "lindqvist-searched"));

		assertThat(found).hasStatusOk();
		then(this.finding).should().find(any(), eq("lindqvist-searched"), any());
		assertThat(body(found)).contains("lindqvist-searched").doesNotContain("?q=", "&amp;q=", "&q=");
	}

	@Test
	void masksAddressesInTheList() {
		assertThat(body(get("/admin/contacts", 10))).contains("a•••@kund.example");
	}

	private MvcTestResult get(String address, int level) {
		return this.http.get()
			.uri(address)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "eva", level))
			.accept(MediaType.TEXT_HTML)
			.exchange();
	}

	private MvcTestResult post(String address, int level, Map<String, String> form) {
		var request = this.http.method(HttpMethod.POST)
			.uri(address)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "eva", level))
			.accept(MediaType.TEXT_HTML)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED);
		form.forEach(request::param);
		return request.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(Objects.requireNonNull(result.getResponse()).getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
