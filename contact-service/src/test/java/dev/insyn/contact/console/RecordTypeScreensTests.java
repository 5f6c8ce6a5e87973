package dev.insyn.contact.console;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import dev.insyn.contact.records.EditingRecordTypes;
import dev.insyn.contact.records.RecordType;
import dev.insyn.contact.records.RecordTypes;
import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.fields.Choice;
import dev.insyn.fields.FieldType;
import dev.insyn.platform.errors.Problem;
import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

/// What the screens of record types show, to whom, and what a form does.
@WebMvcTest(controllers = RecordTypeScreens.class,
		properties = { "insyn.tenants[0].id=nordcykel", "insyn.tenants[0].name=Nordcykel AB",
				"insyn.tenants[0].languages=sv,en" })
@Import({ TestTokens.class, Screens.class })
@SuppressWarnings("NullAway.Init") // injected
class RecordTypeScreensTests {

	private static final String LIST = "/admin/field-catalogue/records";

	private static final String MARKUP = "<script>alert('x')</script>\"'&<b onclick=x>";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private TestTokens tokens;

	@MockitoBean
	private RecordTypes types;

	@MockitoBean
	private EditingRecordTypes editing;

	@BeforeEach
	void orders() {
		keep("Beställningar");
	}

	private void keep(String label) {
		RecordType orders = new RecordType("orders", Map.of("sv", label, "en", label),
				List.of(new RecordType.Column("number", FieldType.TEXT, Map.of("sv", label), List.of()),
						new RecordType.Column("status", FieldType.CHOICE, Map.of("sv", label),
								List.of(new Choice("sent", Map.of("sv", label), null)))),
				Map.of("sv", label), "contract", "P7Y", "crm");
		given(this.types.of(any())).willReturn(List.of(orders));
		given(this.types.current(any(), any())).willReturn(Optional.of(new Registered(3, orders, false)));
	}

	/// Red without the level on the class.
	@ParameterizedTest
	@ValueSource(strings = { "", "/orders" })
	void isReadFromLevelTenOn(String address) {
		assertThat(get(LIST + address, 9)).hasStatus(403);
		assertThat(get(LIST + address, 10)).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
	}

	/// Red without the level on the method.
	@ParameterizedTest
	@ValueSource(strings = { "/new", "/orders", "/orders/delete" })
	void isEditedAtLevelNinetyNineOnly(String address) {
		assertThat(post(LIST + address, 98, Map.of("version", "3"))).hasStatus(403);
		then(this.editing).shouldHaveNoInteractions();
		assertThat(body(get(LIST + "/orders", 98))).doesNotContain("id=\"record-type\"", "name=\"labels.sv\"");
		assertThat(body(get(LIST, 98))).doesNotContain(LIST + "/new");
	}

	@Test
	void addsATypeFromItsForm() {
		Map<String, String> form = orders(
				Map.of("key", "orders", "c.0.type", "CHOICE", "c.0.choices.sv", "sent: Skickad\nKlar"));

		assertThat(post(LIST + "/new", 99, form)).hasStatus(303)
			.hasHeader("Location", LIST + "/orders?done=record-type-added");

		RecordType added = put(OptionalLong.empty());
		assertThat(added.key()).isEqualTo("orders");
		assertThat(added.labels()).containsExactlyEntriesOf(Map.of("sv", "Beställningar"));
		assertThat(added.retention()).isEqualTo("P7Y");
		assertThat(added.columns()).containsExactly(new RecordType.Column("number", FieldType.CHOICE,
				Map.of("sv", "Nummer"), List.of(new Choice("sent", Map.of("sv", "Skickad"), null),
						new Choice("klar", Map.of("sv", "Klar"), null))));
	}

	@Test
	void changesTheVersionThatWasSeen() {
		assertThat(post(LIST + "/orders", 99, orders(Map.of("version", "3")))).hasStatus(303)
			.hasHeader("Location", LIST + "/orders?done=record-type-saved");

		assertThat(put(OptionalLong.of(3)).columns()).extracting(RecordType.Column::type)
			.containsExactly(FieldType.TEXT);
	}

	/// Choices that were typed before another type was chosen are no fault.
	@Test
	void leavesTheChoicesOfAnotherTypeBehind() {
		post(LIST + "/orders", 99, orders(Map.of("version", "3", "c.0.type", "DATE", "c.0.choices.sv", "a: A")));

		assertThat(put(OptionalLong.of(3)).columns().getFirst().choices()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "key,new,f-key-error", "c.0.key,at,f-c-0-key-error", "c.0.labels.sv,' ',f-c-0-labels-error",
			"retention.number,0,f-retention", "legalBasis,because,f-legalBasis-error", "purpose.sv,'',f-purpose-error",
			"order,x,f-columns", "labels.sv,'',f-labels-error" })
	void saysWhatIsWrongBesideTheInputAndKeepsWhatWasTyped(String input, String wrong, String place) {
		Map<String, String> form = orders(Map.of("key", "my-orders", "c.0.labels.sv", "My number"));
		form.put(input, wrong);
		MvcTestResult answer = post(LIST + "/new", 99, form);

		assertThat(answer).hasStatus(422);
		assertThat(body(answer)).contains(place, wrong.isBlank() ? "value=\"my-orders\"" : "value=\"Beställningar\"");
		then(this.editing).shouldHaveNoInteractions();
	}

	/// Without script too: each press answers with the form as it is then, and nothing is
	/// saved.
	@Test
	void addsMovesAndRemovesColumnsInTheForm() {
		Map<String, String> form = orders(Map.of("version", "3", "labels.sv", "Half typed"));

		form.put("add", "column");
		String added = body(post(LIST + "/orders", 99, form));
		assertThat(added).contains("name=\"c.1.key\"", "Half typed", "data-unsaved");
		form.remove("add");

		form.put("remove", "0");
		assertThat(body(post(LIST + "/orders", 99, form))).doesNotContain("name=\"c.0.labels.sv\"");
		form.remove("remove");

		String moved = body(this.http.post()
			.uri(LIST + "/orders")
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "eva", 99))
			.accept(MediaType.TEXT_HTML)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("order", "0", "1")
			.param("move", "up:1")
			.exchange());
		assertThat(moved.indexOf("data-key=\"1\"")).isLessThan(moved.indexOf("data-key=\"0\""));
		then(this.editing).shouldHaveNoInteractions();
	}

	@ParameterizedTest
	@CsvSource({ "/orders,412,changed-meanwhile,Somebody else has changed this record type",
			"/new,412,changed-meanwhile,There is a record type with this key already",
			"/new,409,too-many-record-types,There are 50 record types" })
	void whoComesSecondIsToldAndKeepsWhatWasTyped(String address, int status, String code, String said) {
		given(this.editing.put(any(), any(), any(), any()))
			.willThrow(new Problem(HttpStatus.valueOf(status), "urn:insyn:problem:" + code, "Refused"));

		MvcTestResult answer = post(LIST + address, 99,
				orders(Map.of("key", "orders", "version", "2", "labels.sv", "Mine")));

		assertThat(answer).hasStatus(422);
		assertThat(body(answer)).contains(said, "value=\"Mine\"").doesNotContain("name=\"version\" value=\"2\"");
	}

	@Test
	void asksBeforeATypeIsDeletedAndSaysWhyItStays() {
		assertThat(body(get(LIST + "/orders/delete", 99))).contains("action=\"" + LIST + "/orders/delete\"",
				"Everything that is held of these records is erased");
		assertThat(post(LIST + "/orders/delete", 99, Map.of("version", "3"))).hasStatus(303)
			.hasHeader("Location", LIST + "?done=record-type-deleted");

		willThrow(new Problem(HttpStatus.CONFLICT, "urn:insyn:problem:record-type-on-pages", "P05")).given(this.editing)
			.remove(any(), any(), anyLong(), any());
		MvcTestResult answer = post(LIST + "/orders/delete", 99, Map.of("version", "3"));
		assertThat(answer).hasStatus(422);
		assertThat(body(answer)).contains("Published pages show these records");
	}

	@Test
	void whatIsNotRegisteredIsNotThere() {
		given(this.types.current(any(), any())).willReturn(Optional.empty());

		assertThat(get(LIST + "/nothing", 99)).hasStatus(404);
		assertThat(post(LIST + "/nothing", 99, Map.of())).hasStatus(404);
	}

	/// Red when a template writes any of them as it is.
	@Test
	void escapesMarkupInEveryText() {
		keep(MARKUP);
		for (String address : List.of("", "/orders", "/orders/delete")) {
			for (int level : List.of(10, 99)) {
				assertThat(body(get(LIST + address, level))).as(address).doesNotContain("<script>alert", "<b onclick");
			}
		}
		assertThat(body(get(LIST, 99))).contains("&lt;script&gt;alert");
	}

	private static Map<String, String> orders(Map<String, String> other) {
		Map<String, String> form = new LinkedHashMap<>(
				Map.of("labels.sv", "Beställningar", "purpose.sv", "Bokföring", "legalBasis", "contract",
						"retention.number", "7", "retention.unit", "Y", "source", "crm", "order", "0"));
		form.putAll(Map.of("c.0.key", "number", "c.0.labels.sv", "Nummer", "c.0.type", "TEXT"));
		form.putAll(other);
		return form;
	}

	private RecordType put(OptionalLong seen) {
		ArgumentCaptor<RecordType> type = ArgumentCaptor.forClass(RecordType.class);
		ArgumentCaptor<OptionalLong> version = ArgumentCaptor.forClass(OptionalLong.class);
		then(this.editing).should().put(any(), type.capture(), version.capture(), any());
		assertThat(version.getValue()).isEqualTo(seen);
		return type.getValue();
	}

	private MvcTestResult get(String address, int level) {
		return this.http.get()
			.uri(address)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "eva", level))
			.accept(MediaType.TEXT_HTML)
			.exchange();
	}

	private MvcTestResult post(String address, int level, Map<String, String> form) {
		var request = this.http.post()
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
