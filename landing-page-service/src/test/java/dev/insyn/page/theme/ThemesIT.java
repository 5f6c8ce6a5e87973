package dev.insyn.page.theme;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.insyn.events.ThemeChanged;
import dev.insyn.events.Topics;
import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.image.Files;
import dev.insyn.platform.store.Change;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.Events;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.Received;
import dev.insyn.testing.Recording;
import dev.insyn.testing.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

/// Themes through the JSON API, with the real broker and database.
///
/// Goes red: with [RequiredLevel] off the controller (levels), with the revision not compared (two administrators), with
/// members copied as they come (mass assignment), with pictures looked up without a tenant (another tenant's picture),
/// without [ThemeMessaging] (the other instance).
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("tenants")
@Import({ InfrastructureForTests.class, TestTokens.class })
class ThemesIT {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Events events;

	@Autowired
	private Themes themes;

	@MockitoSpyBean
	private Wearers wearers;

	/// Story: a theme is made from one colour, given a logo, worn, changed and deleted,
	/// and everyone hears of it.
	@Test
	void livesItsLifeAsFacts() {
		try (Recording recording = this.events.record(Topics.LANDING_PAGES)) {
			MvcTestResult created = post("/api/themes", "{\"name\":\"Vår\",\"light\":{\"brand\":\"#8A2F2B\"}}");
			assertThat(created).hasStatus(201).hasHeader("ETag", "\"1\"");
			String id = json(created).path("id").asString();
			assertThat(json(created).path("dark").path("brand").asString()).matches("#[0-9a-f]{6}");
			MvcTestResult pictured = putBytes("/api/themes/" + id + "/logo", "\"1\"", Files.logo());
			assertThat(pictured).hasStatusOk().hasHeader("ETag", "\"2\"");
			assertThat(delete("/api/themes/" + id, "\"2\"")).hasStatus(204);
			assertThat(get("/api/themes/" + id, 99)).hasStatus(404);
			List<Received> told = recording.await(3, (event) -> event.subject().equals(id));
			assertThat(told.stream().map((event) -> JSON.readTree(event.body()).path("change").asString()))
				.containsExactly(ThemeChanged.CREATED, ThemeChanged.CHANGED, ThemeChanged.DELETED);
			assertThat(told.getFirst().headers()).containsEntry("ce_actor", "user:admin")
				.containsEntry("ce_type", ThemeChanged.TYPE);
			assertThat(told.getFirst().key()).isEqualTo("nordcykel:" + id);
			assertThat(JSON.readTree(told.getFirst().body()).propertyNames()).containsExactlyInAnyOrder("theme",
					"change", "revision", "hash", "belowAa", "at");
			assertThat(JSON.readTree(told.getLast().body()).has("hash")).isFalse();
		}
	}

	@Test
	void showsAnUploadedPictureInItsSizes() {
		String id = created("Bilder");
		JsonNode logo = json(putBytes("/api/themes/" + id + "/logo", "*", Files.logo())).path("logo");
		assertThat(logo.path("set").asString()).contains("logo-143.png 1.00x", "logo-260.png 1.82x");
		MvcTestResult file = this.mvc.get().uri(logo.path("address").asString()).exchange();
		assertThat(file).hasStatusOk()
			.hasContentType(MediaType.IMAGE_PNG)
			.headers()
			.hasHeaderSatisfying("Cache-Control", (value) -> assertThat(value.getFirst()).contains("immutable"));
		MockMultipartFile part = new MockMultipartFile("file", "../../evil.svg", "image/svg+xml",
				Files.banner(1300, 300));
		MvcTestResult banner = this.mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders
			.multipart(HttpMethod.PUT, "/api/themes/" + id + "/banner")
			.file(part)
			.header("If-Match", "*")
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "admin", 99)));
		assertThat(json(banner).path("banner").path("set").asString()).contains("banner-640", " 1280w");
		assertThat(json(delete("/api/themes/" + id + "/banner", "*")).has("banner")).isFalse();
		assertThat(this.themes.brand(new TenantId("nordcykel"), id).logoSet()).isNotNull();
	}

	/// Another tenant gets at neither the theme nor, knowing its hash, the picture.
	@Test
	void keepsTenantsApart() {
		String id = created("Egen");
		String address = json(putBytes("/api/themes/" + id + "/logo", "*", Files.logo())).path("logo")
			.path("address")
			.asString();
		String other = this.tokens.user("fjordbok", "admin", 99);
		assertThat(this.mvc.get().uri("/api/themes/" + id).header("Authorization", "Bearer " + other).exchange())
			.hasStatus(404);
		assertThat(this.mvc.delete()
			.uri("/api/themes/" + id)
			.header("If-Match", "*")
			.header("Authorization", "Bearer " + other)
			.exchange()).hasStatus(404);
		assertThat(this.mvc.get().uri(address.replace("nordcykel", "fjordbok")).exchange()).hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource({ "9,403,403", "10,200,403", "98,200,403", "99,200,201" })
	void asksForTheLevel(int level, int read, int written) {
		assertThat(get("/api/themes", level)).hasStatus(read);
		String token = this.tokens.user("nordcykel", "someone", level);
		assertThat(this.mvc.post()
			.uri("/api/themes")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\":\"Nivå\"}")
			.header("Authorization", "Bearer " + token)
			.exchange()).hasStatus(written);
	}

	@ParameterizedTest
	@CsvSource({ "pages.read,200,403", "themes.read,200,403", "themes.write,403,201", "links.read,403,403" })
	void asksAClientForTheScope(String scope, int read, int written) {
		String token = "Bearer " + this.tokens.client("nordcykel", "crm", scope);
		assertThat(this.mvc.get().uri("/api/themes").header("Authorization", token).exchange()).hasStatus(read);
		assertThat(this.mvc.post()
			.uri("/api/themes")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\":\"Klient\"}")
			.header("Authorization", token)
			.exchange()).hasStatus(written);
	}

	@Test
	void letsNoContactIn() {
		String token = "Bearer " + this.tokens.contact("nordcykel", "abcdefghijklmnopqrstuvwxyz");
		assertThat(this.mvc.get().uri("/api/themes").header("Authorization", token).exchange()).hasStatus(403);
		assertThat(this.mvc.get().uri("/api/themes").exchange()).hasStatus(401);
	}

	@Test
	void doesNotLetTwoAdministratorsOverwriteEachOther() {
		String id = created("Två");
		Map<String, Object> document = document(get("/api/themes/" + id, 99));
		document.put("corners", 3);
		assertThat(put(id, "\"1\"", document)).hasStatusOk().hasHeader("ETag", "\"2\"");
		document.put("corners", 9);
		assertThat(put(id, "\"1\"", document)).hasStatus(412);
		assertThat(put(id, null, document)).hasStatus(428);
		assertThat(json(get("/api/themes/" + id, 99)).path("corners").asInt()).isEqualTo(3);
	}

	/// What an answer holds can be sent back; what only we write has no effect, what does
	/// not exist is refused.
	@Test
	void takesNoMemberThatIsNotTheirs() {
		String id = created("Mitt");
		Map<String, Object> document = document(get("/api/themes/" + id, 99));
		document.putAll(Map.of("id", "standard", "hash", "000000000000", "revision", 99, "standard", true, "logo",
				Map.of("address", "https://evil.example/x.png", "set", ""), "name", "Ändrat"));
		JsonNode changed = json(put(id, "\"1\"", document));
		assertThat(changed.path("id").asString()).isEqualTo(id);
		assertThat(changed.path("name").asString()).isEqualTo("Ändrat");
		assertThat(changed.path("revision").asInt()).isEqualTo(2);
		assertThat(changed.has("logo")).isFalse();
		for (String member : List.of("tenant", "_tenant", "pictures", "light.evil", "css")) {
			document.put(member, "fjordbok");
			MvcTestResult refused = put(id, "\"2\"", document);
			assertThat(refused).hasStatus(422);
			assertThat(json(refused).path("errors").toString()).contains(member, "unknown");
			document.remove(member);
		}
	}

	/// Whatever someone types for a colour, font or corner: nothing of it reaches a style
	/// sheet.
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "font|system;}body{background:url(//evil.example)}|font",
					"headings|</style><script>alert(1)</script>|font", "corners|6px;}*{display:none|corners",
					"corners|25|corners", "corners|-1|corners", "darkScheme|yes|yes-no", "name|' '|required",
					"name|a\u0000b|characters", "name|a\u202eb|characters" })
	void saysOfEachMemberWhatIsWrong(String member, String value, String code) {
		String id = created("Fel");
		Map<String, Object> document = document(get("/api/themes/" + id, 99));
		document.put(member, value);
		MvcTestResult refused = put(id, "\"1\"", document);
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).path("errors").path(0))
			.isEqualTo(JSON.readTree("{\"member\":\"" + member + "\",\"code\":\"" + code + "\"}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "#12345", "red", "#fff;}", "url(javascript:alert(1))", "expression(1)", "#123456/*", "''" })
	void takesNoStyleForAColour(String colour) {
		MvcTestResult refused = post("/api/themes",
				JSON.writeValueAsString(Map.of("name", "Css", "dark", Map.of("link", colour))));
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).path("errors").path(0).path("member").asString()).isEqualTo("dark.link");
	}

	@Test
	void takesANameOfAnyLettersButNotOfAnyLength() {
		assertThat(post("/api/themes", JSON.writeValueAsString(Map.of("name", "x".repeat(10_000))))).hasStatus(422);
		assertThat(post("/api/themes", JSON.writeValueAsString(Map.of("name", "<b>\"Åäö\"</b> 自転車 🚲"))))
			.hasStatus(201);
		assertThat(post("/api/themes", "[]")).hasStatus(400);
		assertThat(post("/api/themes", "{\"name\":{\"a\":{\"b\":1}}}")).hasStatus(422);
		assertThat(post("/api/themes", "{\"name\":null}")).hasStatus(422);
	}

	@Test
	void asksBeforeItTakesColoursBelowAaAndTakesNoneThatCanNotBeRead() {
		String weak = "{\"name\":\"Svag\",\"light\":{\"brand\":\"#0b5cad\",\"link\":\"#7a7a7a\"}}";
		MvcTestResult asked = post("/api/themes", weak);
		assertThat(asked).hasStatus(409);
		JsonNode finding = json(asked).path("contrast").path(0);
		assertThat(finding.path("pair").asString()).isEqualTo("link");
		assertThat(finding.path("ratio").asDouble()).isEqualTo(4.29);
		assertThat(finding.path("suggestions").path(0).path("member").asString()).isEqualTo("light.link");
		MvcTestResult accepted = post("/api/themes?belowAa=accept", weak);
		assertThat(accepted).hasStatus(201);
		String id = json(accepted).path("id").asString();
		Map<String, Object> document = document(get("/api/themes/" + id, 99));
		document.put("corners", 1);
		assertThat(put(id, "\"1\"", document)).as("accepted once").hasStatusOk();
		assertThat(post("/api/themes?belowAa=accept",
				"{\"name\":\"Osynlig\",\"light\":{\"brand\":\"#0b5cad\",\"link\":\"#dddddd\"}}"))
			.hasStatus(422);
	}

	@Test
	void asksWhichPagesFallBackBeforeItIsDeleted() {
		String id = created("Buren");
		doReturn(List.of(new Wearer("P05", Map.of("sv", "Egna data"), id),
				new Wearer("P07", Map.of("sv", "Nyhetsbrev"), id)))
			.when(this.wearers)
			.of(new TenantId("nordcykel"), id);
		MvcTestResult refused = delete("/api/themes/" + id, "*");
		assertThat(refused).hasStatus(409);
		assertThat(json(refused).path("pages").toString()).isEqualTo("[\"P05\",\"P07\"]");
		assertThat(delete("/api/themes/" + id + "?pages=P05", "*")).hasStatus(409);
		assertThat(delete("/api/themes/" + id + "?pages=P05,P07", "*")).hasStatus(204);
		assertThat(delete("/api/themes/standard", "*")).hasStatus(409);
	}

	@Test
	void knowsWhichPagesWearIt() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(json(get("/api/themes/standard", 10)).path("pages").toString()).contains("P05"));
	}

	@Test
	void refusesWhatIsNoPictureAndKeepsTheOldOne() {
		String id = created("Logga");
		putBytes("/api/themes/" + id + "/logo", "*", Files.logo());
		byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
		MvcTestResult refused = putBytes("/api/themes/" + id + "/logo", "*", svg);
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).path("errors").path(0).path("code").asString()).isEqualTo("svg");
		assertThat(putBytes("/api/themes/" + id + "/logo", "*", new byte[1_100_000])).hasStatus(413);
		assertThat(json(get("/api/themes/" + id, 10)).has("logo")).isTrue();
	}

	/// Another instance changed the theme: this one shows it as soon as it hears.
	@Test
	void showsWhatAnotherInstanceChanged() {
		TenantId tenant = new TenantId("nordcykel");
		String id = created("Två instanser");
		String before = String.valueOf(this.themes.brand(tenant, id).css());
		this.themes.documents()
			.change(tenant, id, (theme) -> Change.of(theme.named("Nytt", StartingThemes.neutral()).next()));
		this.events.send(ThemeChanged.TOPIC, ThemeChanged.TYPE, "nordcykel", id,
				"{\"theme\":\"" + id
						+ "\",\"change\":\"changed\",\"revision\":2,\"hash\":\"000000000000\",\"belowAa\":0,"
						+ "\"at\":\"2026-11-21T09:30:00Z\",\"addedLater\":1}");
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> !before.equals(this.themes.brand(tenant, id).css()));
	}

	/// The platform turns uploads off; a mock request would not notice.
	@Test
	void takesUploadsWithinLimits(@Autowired jakarta.servlet.MultipartConfigElement uploads) {
		assertThat(uploads.getMaxRequestSize()).isEqualTo(2200 * 1024);
		assertThat(uploads.getFileSizeThreshold()).as("nothing of it on a disk").isEqualTo(2200 * 1024);
	}

	@Test
	void givesTheConsoleItsLook() {
		assertThat(this.mvc.get().uri("/theme/nordcykel/console.css").exchange()).hasStatusOk()
			.bodyText()
			.contains("--tenant-masthead:light-dark(#0a2f55,");
		assertThat(this.mvc.get().uri("/theme/neutral/logo").exchange()).hasStatusOk().bodyText().contains(">N</text>");
		assertThat(this.mvc.get().uri("/theme/nobody/logo").exchange()).hasStatus(404);
	}

	private String created(String name) {
		MvcTestResult created = post("/api/themes",
				JSON.writeValueAsString(Map.of("name", name, "light", Map.of("brand", "#8a2f2b"))));
		assertThat(created).hasStatus(201);
		return json(created).path("id").asString();
	}

	private MvcTestResult get(String path, int level) {
		return this.mvc.get()
			.uri(path)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "admin", level))
			.exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.mvc.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "admin", 99))
			.exchange();
	}

	private MvcTestResult put(String id, @org.jspecify.annotations.Nullable String ifMatch,
			Map<String, Object> document) {
		var request = this.mvc.put()
			.uri("/api/themes/" + id)
			.contentType(MediaType.APPLICATION_JSON)
			.content(JSON.writeValueAsString(document))
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "admin", 99));
		return ((ifMatch != null) ? request.header("If-Match", ifMatch) : request).exchange();
	}

	private MvcTestResult putBytes(String path, String ifMatch, byte[] file) {
		return this.mvc.put()
			.uri(path)
			.contentType(MediaType.TEXT_HTML)
			.content(file)
			.header("If-Match", ifMatch)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "admin", 99))
			.exchange();
	}

	private MvcTestResult delete(String path, String ifMatch) {
		return this.mvc.delete()
			.uri(path)
			.header("If-Match", ifMatch)
			.header("Authorization", "Bearer " + this.tokens.user("nordcykel", "admin", 99))
			.exchange();
	}

	private static JsonNode json(MvcTestResult result) {
		return JSON.readTree(result.getResponse().getContentAsByteArray());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> document(MvcTestResult result) {
		return JSON.treeToValue(json(result), Map.class);
	}

}
