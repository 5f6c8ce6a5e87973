package dev.insyn.contact.update;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.insyn.contact.Contacts;
import dev.insyn.contact.FieldChange;
import dev.insyn.contact.Receipt;
import dev.insyn.contact.keys.EncryptionKeys;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static dev.insyn.contact.ContactFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/// How an update is said and answered over HTTP.
@WebMvcTest(controllers = UpdateController.class,
		properties = { "insyn.tenants[0].id=nordcykel", "insyn.tenants[0].name=Nordcykel AB" })
@Import(TestTokens.class)
@SuppressWarnings("NullAway.Init") // injected
class UpdateControllerTests {

	private static final String KEY = "0123456789abcdef";

	private static final String UPDATE = """
			{"page":"P05","pageVersion":3,"shown":{"phone":1},"changes":{"phone":null},"hidden":{"updated-on":"2026-11-21"}}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Clock clock;

	@MockitoBean
	private UpdatingOwnData updating;

	@MockitoBean
	private EncryptionKeys keys;

	@Test
	void saysWhatChanged() {
		answers(new Receipt(Receipt.UPDATED, 2, List.of(new FieldChange("phone", "+46701234567", null)), "f", null),
				false);

		assertThat(post(anna(), KEY, UPDATE)).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo(
					"""
							{"outcome":"updated","version":2,"changed":[{"field":"phone","before":"+46701234567","after":null}]}""");
	}

	@Test
	void saysWhenItHasSaidSoBefore() {
		answers(new Receipt(Receipt.CONFIRMED, 2, List.of(), "f", null), true);

		assertThat(post(anna(), KEY, UPDATE)).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"outcome\":\"confirmed\",\"version\":2,\"changed\":[],\"repeated\":true}");
	}

	/// Red when the link is the body's.
	@Test
	void takesTheLinkFromTheTokenAndTheTimeFromTheClock() {
		answers(new Receipt(Receipt.UPDATED, 2, List.of(), "f", null), false);
		Instant before = this.clock.instant();

		post(anna(), KEY, UPDATE);

		ArgumentCaptor<PageUpdate> update = ArgumentCaptor.forClass(PageUpdate.class);
		then(this.updating).should()
			.update(eq(new TenantId("nordcykel")), eq(ANNA), eq(new IdempotencyKey(KEY)), update.capture());
		assertThat(update.getValue().link()).isEqualTo("link-of-" + ANNA);
		assertThat(update.getValue().at()).isAfterOrEqualTo(before);
		assertThat(update.getValue().changes()).containsEntry("phone", null);
		assertThat(update.getValue().shown()).isEqualTo(Map.of("phone", 1L));
	}

	@Test
	void refusesWhatItCanNotTakeOnlyOnce() {
		assertThat(post(anna(), "too-short", UPDATE)).hasStatus(400);
		assertThat(this.http.post()
			.uri("/contacts/" + ANNA + "/updates")
			.header("Authorization", "Bearer " + anna())
			.contentType(MediaType.APPLICATION_JSON)
			.content(UPDATE)).hasStatus(400);
		nothingHappens();
	}

	@Test
	void refusesWhatIsNoUpdate() {
		assertThat(post(anna(), KEY, "{\"page\":")).hasStatus(400);
		assertThat(post(anna(), KEY, "{\"page\":\"P05\",\"shown\":{\"phone\":\"latest\"}}")).hasStatus(400);
		assertThat(post(anna(), KEY, "{}")).hasStatus(403);
		nothingHappens();
	}

	/// Red when the token's contact, page or link is not compared.
	@Test
	void refusesAnotherContactAnotherPageAndAnotherLink() {
		String bo = this.tokens.contact("nordcykel", "bobobobobobobobobobobobobo");

		assertThat(post(bo, KEY, UPDATE)).hasStatus(404);
		assertThat(post(anna(), KEY, UPDATE.replace("P05", "P06"))).hasStatus(403);
		assertThat(post(anna(), KEY, UPDATE.replace("{\"page\"", "{\"link\":\"another\",\"page\""))).hasStatus(403);
		nothingHappens();
	}

	/// Red when the scope is not asked for, or plain updates are taken from clients.
	@Test
	void refusesClientsThatDoNotDeliverSealed() {
		String deliverer = this.tokens.client("nordcykel", "landing-page-service", "contacts.deliver");

		assertThat(post(this.tokens.client("nordcykel", "crm", "contacts.read"), KEY, "{\"sealed\":\"x\"}"))
			.hasStatus(403);
		assertThat(post(this.tokens.user("nordcykel", "eva", 99), KEY, UPDATE)).hasStatus(403);
		assertThat(post(deliverer, KEY, UPDATE)).hasStatus(422);
		nothingHappens();
	}

	private String anna() {
		return this.tokens.contact("nordcykel", ANNA.value());
	}

	private MvcTestResult post(String token, String key, String body) {
		return this.http.post()
			.uri("/contacts/" + ANNA + "/updates")
			.header("Authorization", "Bearer " + token)
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private void answers(Receipt receipt, boolean repeated) {
		given(this.updating.update(any(), any(), any(), any())).willReturn(new Contacts.Receipted(receipt, repeated));
	}

	private void nothingHappens() {
		then(this.updating).should(never()).update(any(), any(), any(), any());
	}

}
