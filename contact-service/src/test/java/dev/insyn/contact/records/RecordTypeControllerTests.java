package dev.insyn.contact.records;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import dev.insyn.contact.records.RecordTypes.Registered;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/// Who may read and change the register of record types, and what it takes.
@WebMvcTest(controllers = RecordTypeController.class,
		properties = { "insyn.tenants[0].id=nordcykel", "insyn.tenants[0].name=Nordcykel AB" })
@Import(TestTokens.class)
@SuppressWarnings("NullAway.Init") // injected
class RecordTypeControllerTests {

	private static final String ORDERS = """
			{"labels":{"en":"Orders"},"purpose":{"en":"To keep accounts"},"legalBasis":"contract","retention":"P7Y",
			"columns":[{"key":"number","type":"TEXT","labels":{"en":"Number"}},
			{"key":"status","type":"CHOICE","labels":{"en":"Status"},"choices":[{"value":"sent","labels":{"en":"Sent"}}]}]}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private TestTokens tokens;

	@MockitoBean
	private RecordTypes types;

	@MockitoBean
	private EditingRecordTypes editing;

	@Test
	void usersOfLevelTenAndClientsReadItContactsDoNot() {
		given(this.types.of(new TenantId("nordcykel"))).willReturn(List.of());
		assertThat(get(this.tokens.user("nordcykel", "eva", 10))).hasStatusOk();
		assertThat(get(this.tokens.client("nordcykel", "crm"))).hasStatusOk();
		assertThat(get(this.tokens.user("nordcykel", "eva", 9))).hasStatus(403);
		assertThat(get(this.tokens.contact("nordcykel", "annaannaannaannaannaannaan"))).hasStatus(403);
	}

	/// Red without the level or the scope on `put`.
	@Test
	void onlyLevel99AndClientsWithTheScopeChangeIt() {
		given(this.editing.put(any(), any(), any(), any()))
			.willAnswer((call) -> new Registered(2, call.getArgument(1)));
		assertThat(put(this.tokens.user("nordcykel", "eva", 98), ORDERS, "\"1\"")).hasStatus(403);
		assertThat(put(this.tokens.client("nordcykel", "crm", "contacts.read"), ORDERS, "\"1\"")).hasStatus(403);
		then(this.editing).should(never()).put(any(), any(), any(), any());
		assertThat(put(this.tokens.client("nordcykel", "crm", "catalogue.write"), ORDERS, "\"1\"")).hasStatusOk();
		assertThat(put(admin(), ORDERS, "\"1\"")).hasStatusOk().hasHeader("ETag", "\"2\"");
		then(this.editing).should(org.mockito.Mockito.times(2)).put(any(), any(), any(OptionalLong.class), any());
	}

	/// Red when a write without a precondition is taken.
	@Test
	void asksWhichVersionWasSeen() {
		assertThat(put(admin(), ORDERS, null)).hasStatus(428);
		then(this.editing).should(never()).put(any(), any(), any(), any());
	}

	/// Red without the level, the scope or the precondition on `delete`.
	@Test
	void onlyLevel99AndClientsWithTheScopeDeleteWhatTheySaw() {
		assertThat(delete(this.tokens.user("nordcykel", "eva", 98), "\"2\"")).hasStatus(403);
		assertThat(delete(this.tokens.client("nordcykel", "crm", "contacts.read"), "\"2\"")).hasStatus(403);
		assertThat(delete(admin(), null)).hasStatus(428);
		then(this.editing).shouldHaveNoInteractions();
		assertThat(delete(admin(), "\"2\"")).hasStatus(204);
		assertThat(delete(this.tokens.client("nordcykel", "crm", "catalogue.write"), "\"2\"")).hasStatus(204);
		then(this.editing).should(org.mockito.Mockito.times(2)).remove(any(), eq("orders"), eq(2L), any());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"P7Y"               | "for ever"                  | retention
			"P7Y"               | "P-1Y"                      | retention
			"contract"          | "because"                   | legalBasis
			"Orders"            | " "                         | labels
			"To keep accounts"  | ""                          | purpose
			"key":"number"      | "key":"Number; drop"        | columns[0].key
			"key":"number"      | "key":"at"                  | columns[0].key
			"key":"status"      | "key":"number"              | columns[1].key
			"type":"TEXT"       | "type":"ADDRESS"            | columns[0].type
			"type":"CHOICE"     | "type":"TEXT"               | columns[1].choices
			""")
	void saysWhichPartIsNotAsItShouldBe(String right, String wrong, String part) {
		assertThat(put(admin(), ORDERS.replace(right, wrong), "\"1\"")).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors")
			.isEqualTo(List.of(Map.of("part", part)));
		then(this.editing).should(never()).put(any(), any(), any(), any());
	}

	private String admin() {
		return this.tokens.user("nordcykel", "eva", 99);
	}

	private MvcTestResult get(String token) {
		return this.http.get().uri("/api/record-types").header("Authorization", "Bearer " + token).exchange();
	}

	private MvcTestResult delete(String token, @Nullable String seen) {
		var request = this.http.delete().uri("/api/record-types/orders").header("Authorization", "Bearer " + token);
		return ((seen != null) ? request.header("If-Match", seen) : request).exchange();
	}

	private MvcTestResult put(String token, String body, @Nullable String seen) {
		var request = this.http.put()
			.uri("/api/record-types/orders")
			.header("Authorization", "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
		return ((seen != null) ? request.header("If-Match", seen) : request).exchange();
	}

}
