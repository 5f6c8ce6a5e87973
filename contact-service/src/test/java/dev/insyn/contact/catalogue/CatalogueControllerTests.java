package dev.insyn.contact.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.insyn.platform.messaging.OutgoingEvent;
import dev.insyn.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/// How the catalogue is edited over HTTP, and by whom.
@WebMvcTest(controllers = CatalogueController.class,
		properties = { "insyn.tenants[0].id=nordcykel", "insyn.tenants[0].name=Nordcykel AB" })
@Import({ TestTokens.class, EditingCatalogue.class })
@SuppressWarnings("NullAway.Init") // injected
class CatalogueControllerTests {

	private static final String SHOE_SIZE = """
			{"key":"shoe-size","type":"NUMBER","labels":{"sv":"Skostorlek"},"rules":{"min":15,"max":60}}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private TestTokens tokens;

	@MockitoBean
	private FieldCatalogues catalogues;

	@MockitoBean
	private PublishedPages pages;

	private Catalogue catalogue = FieldCatalogues.standard(CatalogueFixtures.JSON).catalogue();

	private @Nullable OutgoingEvent told;

	@BeforeEach
	void keepTheCatalogueHere() {
		given(this.catalogues.editable(any())).willAnswer((call) -> this.catalogue);
		willAnswer((call) -> {
			Function<Catalogue, FieldCatalogues.Edit> act = call.getArgument(1);
			FieldCatalogues.Edit edit = act.apply(this.catalogue);
			this.catalogue = edit.catalogue();
			this.told = edit.told();
			return this.catalogue;
		}).given(this.catalogues).change(any(), any());
	}

	@Test
	void addsAFieldAndSaysWhereItIsAndWhatItLacks() {
		MvcTestResult added = send(HttpMethod.POST, "", SHOE_SIZE, null, administrator());

		assertThat(added).hasStatus(201)
			.hasHeader("Location", "/api/field-catalogue/shoe-size")
			.hasHeader("ETag", "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"key":"shoe-size","state":"active","sensitivity":"normal","lacks":["purpose","legal-basis","retention"],"hasValues":false,
							 "rules":{"min":15,"max":60}}""");
	}

	/// What is read can be sent back as it is, and changes nothing.
	@Test
	void changesNothingWhenWhatWasReadIsSentBack() {
		MvcTestResult read = send(HttpMethod.GET, "/birth-date", null, null, administrator());
		String tag = Objects.requireNonNull(read.getResponse().getHeader("ETag"));

		assertThat(send(HttpMethod.PUT, "/birth-date", body(read), tag, administrator())).hasStatusOk()
			.hasHeader("ETag", tag);
		assertThat(this.told).isNull();
	}

	@Test
	void tellsWhatChangedAndByWhom() {
		MvcTestResult read = send(HttpMethod.GET, "/title", null, null, administrator());
		String other = body(read).replace("\"P3Y\"", "\"P1Y\"");

		assertThat(send(HttpMethod.PUT, "/title", other, read.getResponse().getHeader("ETag"), administrator()))
			.hasStatusOk();
		OutgoingEvent event = Objects.requireNonNull(this.told);
		assertThat(event.type()).isEqualTo("field-catalogue.changed.v1");
		assertThat(event.partitionKey()).isEqualTo("nordcykel:field-catalogue");
		assertThat(CatalogueFixtures.JSON.writeValueAsString(event.body())).contains("\"field\":\"title\"",
				"\"change\":\"updated\"", "\"members\":[\"retention\"]", "\"by\":\"user:eva\"");
	}

	@Test
	void retiresAndRestores() {
		String retired = SHOE_SIZE.replace("}}", "},\"state\":\"retired\"}");
		send(HttpMethod.POST, "", SHOE_SIZE, null, administrator());

		assertThat(send(HttpMethod.PUT, "/shoe-size", retired, "*", administrator())).hasStatusOk()
			.bodyJson()
			.extractingPath("state")
			.isEqualTo("retired");
		assertThat(CatalogueFixtures.JSON.writeValueAsString(Objects.requireNonNull(this.told).body()))
			.contains("\"change\":\"retired\"");
	}

	/// Red when the header isn't asked for, or not compared.
	@Test
	void refusesToOverwriteWhatAnotherWrote() {
		send(HttpMethod.POST, "", SHOE_SIZE, null, administrator());

		assertThat(send(HttpMethod.PUT, "/shoe-size", SHOE_SIZE, null, administrator())).hasStatus(428);
		assertThat(send(HttpMethod.PUT, "/shoe-size", SHOE_SIZE, "\"0\"", administrator())).hasStatus(412);
		assertThat(send(HttpMethod.DELETE, "/shoe-size", null, null, administrator())).hasStatus(428);
		assertThat(send(HttpMethod.DELETE, "/shoe-size", null, "\"0\"", administrator())).hasStatus(412);
		assertThat(send(HttpMethod.DELETE, "/shoe-size", null, "W/\"1\"", administrator())).hasStatus(204);
	}

	@Test
	void saysWhatIsWrongMemberByMember() {
		String wrong = SHOE_SIZE.replace("NUMBER", "TEXT").replace("shoe-size", "Shoe size");

		assertThat(send(HttpMethod.POST, "", wrong, null, administrator())).hasStatus(422)
			.bodyJson()
			.extractingPath("errors[*].member")
			.asArray()
			.containsExactly("key", "rules.min", "rules.max");
	}

	/// Red when the body's key wins over the path's.
	@Test
	void neverRenamesAField() {
		send(HttpMethod.POST, "", SHOE_SIZE, null, administrator());

		assertThat(
				send(HttpMethod.PUT, "/shoe-size", SHOE_SIZE.replace("shoe-size", "foot-size"), "*", administrator()))
			.hasStatus(422);
	}

	/// Red when the stored form is what JSON is read into.
	@Test
	void takesNoMembersThatAreNotThere() {
		String greedy = SHOE_SIZE.replace("}}",
				"},\"version\":99,\"revision\":99,\"used\":[\"x\"],\"hasValues\":true,\"lacks\":[],\"tenant\":\"fjordbok\",\"_tenant\":\"fjordbok\"}");

		assertThat(send(HttpMethod.POST, "", greedy, null, administrator())).hasStatus(201).hasHeader("ETag", "\"1\"");
		assertThat(this.catalogue.used()).isEmpty();
		assertThat(this.catalogue.get("shoe-size").field().lacks()).hasSize(3);
	}

	/// Red without the question to landing-page-service.
	@Test
	void keepsAFieldThatAPublishedPageShows() {
		send(HttpMethod.POST, "", SHOE_SIZE, null, administrator());
		given(this.pages.withField("shoe-size")).willReturn(List.of("P05"));

		assertThat(send(HttpMethod.DELETE, "/shoe-size", null, "*", administrator())).hasStatus(409)
			.bodyJson()
			.extractingPath("pages")
			.asArray()
			.containsExactly("P05");
	}

	@Test
	void saysNothingOfAFieldThatIsNotThere() {
		assertThat(send(HttpMethod.GET, "/shoe-size", null, null, administrator())).hasStatus(404);
		assertThat(send(HttpMethod.PUT, "/shoe-size", SHOE_SIZE, "*", administrator())).hasStatus(404);
		assertThat(send(HttpMethod.DELETE, "/shoe-size", null, "*", administrator())).hasStatus(404);
	}

	/// Red without the level or the scope on each of the three.
	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE" })
	void isChangedByAdministratorsAndProgramsThatMayOnly(String method) {
		String path = method.equals("POST") ? "" : "/title";
		String user = this.tokens.user("nordcykel", "ulf", 98);
		String contact = this.tokens.contact("nordcykel", "annaannaannaannaannaannaan");
		String crm = this.tokens.client("nordcykel", "crm", "contacts.read");

		for (String token : List.of(user, contact, crm)) {
			assertThat(send(HttpMethod.valueOf(method), path, SHOE_SIZE, "*", token)).hasStatus(403);
		}
		assertThat(send(HttpMethod.valueOf(method), path, SHOE_SIZE, "*",
				this.tokens.client("nordcykel", "setup", "catalogue.write"))
			.getResponse()
			.getStatus()).isNotEqualTo(403);
	}

	private String administrator() {
		return this.tokens.user("nordcykel", "eva", 99);
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private MvcTestResult send(HttpMethod method, String path, @Nullable String body, @Nullable String ifMatch,
			String token) {
		var request = this.http.method(method)
			.uri("/api/field-catalogue" + path)
			.header("Authorization", "Bearer " + token);
		if (ifMatch != null) {
			request.header("If-Match", ifMatch);
		}
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return request.exchange();
	}

}
