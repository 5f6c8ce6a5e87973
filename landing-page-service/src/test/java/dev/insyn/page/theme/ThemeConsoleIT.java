package dev.insyn.page.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.insyn.page.theme.Wearers.Wearer;
import dev.insyn.page.theme.image.Files;
import dev.insyn.platform.tenancy.TenantId;
import dev.insyn.testing.InfrastructureForTests;
import dev.insyn.testing.TestTokens;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

/// The wizard as a browser without script uses it: pages, forms and buttons.
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("tenants")
@Import({ InfrastructureForTests.class, TestTokens.class })
class ThemeConsoleIT {

	private static final String MARKUP = "\"'><script>alert(1)</script>{{7*7}}";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Themes themes;

	@MockitoSpyBean
	private Wearers wearers;

	/// Story: from *new theme* to a saved one, with a logo, its colour and a whole
	/// palette
	/// of it.
	@Test
	void makesAThemeFromALogo() throws IOException {
		MultiValueMap<String, String> form = form(open("/admin/themes/new"));
		form.set("name", "Sommar");
		form.set("act", "show");
		Document uploaded = html(upload("/admin/themes/new", form, "logoFile", Files.logo()));
		assertThat(uploaded.expectFirst("[name=logo]").val()).matches("[0-9a-f]{32}");
		List<String> found = uploaded.select(".found-colour").eachAttr("value");
		assertThat(found).containsExactlyInAnyOrder("set:light.brand=#0b5cad", "set:light.brand=#f2a900");
		Document chosen = press(form(uploaded), "/admin/themes/new", "set:light.brand=#f2a900");
		Document proposed = press(form(chosen), "/admin/themes/new", "propose:deep");
		assertThat(proposed.expectFirst("[name=light.brand]").val()).isEqualTo("#f2a900");
		assertThat(proposed.select(".contrast-failing")).isEmpty();
		assertThat(proposed.expectFirst("[name=name]").val()).as("nothing typed is lost").isEqualTo("Sommar");
		MvcTestResult saved = post("/admin/themes/new", form(proposed));
		assertThat(saved).hasStatus(303);
		String address = String.valueOf(saved.getResponse().getRedirectedUrl());
		assertThat(address).matches("/admin/themes/[a-z2-9]{12}\\?done=created");
		assertThat(open(address).select(".toast").text()).isEqualTo("The theme is saved");
		assertThat(open("/admin/themes").select(".theme-card h2").eachText()).contains("Sommar");
	}

	@Test
	void asksBeforeItSavesWhatIsHardToRead() {
		MultiValueMap<String, String> form = form(open("/admin/themes/new"));
		form.set("light.link", "#7a7a7a");
		MvcTestResult asked = post("/admin/themes/new", form);
		assertThat(asked).hasStatus(409);
		Document question = html(asked);
		assertThat(question.select("#question li").eachText()).first().asString().contains("4.29 : 1, needs 4.5 : 1");
		assertThat(question.expectFirst("[name=light.link]").val()).isEqualTo("#7a7a7a");
		assertThat(question.expectFirst("form[data-guard]").hasAttr("data-dirty")).isTrue();
		MultiValueMap<String, String> anyway = form(question);
		anyway.set("belowAa", "yes");
		assertThat(post("/admin/themes/new", anyway)).hasStatus(303);
		Document mended = press(form(question), "/admin/themes/new", "mend");
		assertThat(mended.select(".contrast-failing")).isEmpty();
	}

	@Test
	void savesNothingThatNobodyCanRead() {
		MultiValueMap<String, String> form = form(open("/admin/themes/new"));
		form.set("light.brandInk", "#0b5cad");
		form.set("belowAa", "yes");
		MvcTestResult refused = post("/admin/themes/new", form);
		assertThat(refused).hasStatus(409);
		assertThat(html(refused).select("#question [name=belowAa]")).isEmpty();
	}

	@Test
	void letsTheLaterOfTwoAdministratorsDecide() {
		String address = created("Två fönster");
		MultiValueMap<String, String> mine = form(open(address));
		MultiValueMap<String, String> theirs = form(open(address));
		theirs.set("name", "Deras");
		assertThat(post(address, theirs)).hasStatus(303);
		mine.set("name", "Mitt");
		MvcTestResult conflict = post(address, mine);
		assertThat(conflict).hasStatus(409);
		assertThat(html(conflict).expectFirst("[name=name]").val()).isEqualTo("Mitt");
		MultiValueMap<String, String> over = form(html(conflict));
		over.set("overwrite", "yes");
		assertThat(post(address, over)).hasStatus(303);
		assertThat(open(address).expectFirst("h1").text()).isEqualTo("Mitt");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "name|' '|Write a name.", "light.link|rött|Write # and six characters",
			"dark.brand|#12345|Write # and six characters" })
	void saysBesideTheFieldWhatIsWrongAndKeepsIt(String field, String typed, String message) {
		MultiValueMap<String, String> form = form(open("/admin/themes/new"));
		form.set(field, typed);
		MvcTestResult refused = post("/admin/themes/new", form);
		assertThat(refused).hasStatus(422);
		Document page = html(refused);
		String id = "f-" + field.replace('.', '-');
		assertThat(page.expectFirst("#" + id + "-error").text()).contains(message);
		assertThat(page.expectFirst("#" + id).val()).isEqualTo(typed);
		assertThat(page.select(".summary a").eachAttr("href")).containsExactly("#" + id);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "<svg xmlns='http://www.w3.org/2000/svg'/>|Export the logo as a PNG",
			"hello|The file is no picture", "GIF89a|This is a GIF file" })
	void saysWhatIsWrongWithAFileAndKeepsTheOldPicture(String file, String message) {
		MultiValueMap<String, String> form = form(open("/admin/themes/standard"));
		form.set("name", "Oförändrat");
		MvcTestResult refused = upload("/admin/themes/standard/logo", form, "logoFile",
				file.getBytes(StandardCharsets.UTF_8));
		assertThat(refused).hasStatus(422);
		Element picture = html(refused).expectFirst("#picture-logo");
		assertThat(picture.expectFirst(".error").text()).contains(message);
		assertThat(picture.expectFirst("[name=logo]").val()).isEqualTo("nordcykel-logo.svg");
	}

	/// Red when the picture's value is taken from the form as it comes.
	@ParameterizedTest
	@ValueSource(strings = { "fjordbok-logo.svg", "../../application.yml", "00000000000000000000000000000000",
			"https://evil.example/x.png" })
	void wearsNoPictureThatIsNotTheTenants(String picture) {
		MultiValueMap<String, String> form = form(open("/admin/themes/new"));
		form.set("logo", picture);
		assertThat(post("/admin/themes/new", form).getResponse().getStatus()).isEqualTo(422);
	}

	@Test
	void tellsWhichPagesFallBackAndDeletes() {
		String address = created("Försvinner");
		String id = address.substring(address.lastIndexOf('/') + 1);
		doReturn(List.of(new Wearer("P07", Map.of("en", "Newsletter", "sv", "Nyhetsbrev"), id))).when(this.wearers)
			.of(new TenantId("nordcykel"), id);
		Document asked = open(address + "/delete");
		assertThat(asked.text()).contains("These pages get the standard theme instead", "P07 Newsletter");
		assertThat(post(address + "/delete", new LinkedMultiValueMap<>())).as("told of no page").hasStatus(409);
		MultiValueMap<String, String> named = form(asked, "form[action$=/delete]");
		MvcTestResult deleted = post(address + "/delete", named);
		assertThat(deleted).hasStatus(303);
		assertThat(this.mvc.get().uri(address).header("Authorization", bearer(99)).exchange()).hasStatus(404);
	}

	@Test
	void copiesATheme() {
		MvcTestResult copied = post("/admin/themes/standard/duplicate", new LinkedMultiValueMap<>());
		assertThat(copied).hasStatus(303);
		String address = String.valueOf(copied.getResponse().getRedirectedUrl());
		assertThat(open(address).expectFirst("h1").text()).endsWith("(copy)");
		assertThat(open(address).expectFirst("[name=logo]").val()).isEqualTo("nordcykel-logo.svg");
	}

	@Test
	void showsThePageInColoursThatAreNotSaved() {
		Document page = open(
				"/admin/themes/standard/preview?light.brand=%23ff0066&darkScheme=true&logo=nordcykel-logo.svg&scheme=dark");
		String css = page.select("link[rel=stylesheet]").eachAttr("href").getLast();
		assertThat(css).startsWith("/admin/themes/standard/preview.css?");
		assertThat(this.mvc.get().uri(java.net.URI.create(css)).header("Authorization", bearer(10)).exchange())
			.hasStatusOk()
			.bodyText()
			.contains("--theme-brand:#ff0066;", ":root{color-scheme:dark}", "--theme-link:#0b5394;");
		assertThat(page.select(".masthead img").attr("src")).startsWith("/theme/nordcykel/");
	}

	/// Whatever comes in the address, only colours, fonts of the list and numbers get
	/// into
	/// the style sheet.
	@Test
	void writesNothingOfTheAddressIntoTheStyle() {
		String evil = "red;}body{background:url(//evil.example)}";
		assertThat(this.mvc.get()
			.uri("/admin/themes/standard/preview.css?light.brand={a}&font={a}&corners={a}&scheme={a}", evil, evil, evil,
					evil)
			.header("Authorization", bearer(10))
			.exchange()).hasStatusOk().bodyText().doesNotContain("evil", "url(").contains("--theme-brand:#0b5cad");
	}

	@ParameterizedTest
	@CsvSource({ "9,403,403", "10,200,403", "98,200,403", "99,200,303" })
	void letsLowerLevelsLookOnly(int level, int look, int change) {
		assertThat(this.mvc.get().uri("/admin/themes/standard").header("Authorization", bearer(level)).exchange())
			.hasStatus(look);
		if (look == 200) {
			Document page = html(
					this.mvc.get().uri("/admin/themes/standard").header("Authorization", bearer(level)).exchange());
			assertThat(page.select("fieldset.all[disabled]").isEmpty()).isEqualTo(level == 99);
			assertThat(page.select(".wizard-save").isEmpty()).isEqualTo(level != 99);
		}
		for (String address : List.of("/admin/themes/standard/duplicate", "/admin/themes/standard/check",
				"/admin/themes/standard/logo")) {
			int status = this.mvc.post()
				.uri(address)
				.header("Authorization", bearer(level))
				.exchange()
				.getResponse()
				.getStatus();
			assertThat(status == 403).isEqualTo(change == 403);
		}
	}

	/// Red when a template writes a name unescaped.
	@Test
	void showsMarkupInANameAsText() {
		String address = created(MARKUP);
		for (String page : List.of(address, "/admin/themes", address + "/delete")) {
			Document document = open(page);
			assertThat(document.select("script:not([src])")).isEmpty();
			assertThat(document.text()).contains(MARKUP);
		}
	}

	@Test
	void hasNothingThatTheContentSecurityPolicyForbids() {
		for (String address : List.of("/admin/themes", "/admin/themes/new", "/admin/themes/standard",
				"/admin/themes/standard/preview")) {
			Document page = open(address);
			assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]")).isEmpty();
			page.select("[src], link[href]")
				.forEach((element) -> assertThat(element.attr("src") + element.attr("href")).startsWith("/"));
		}
	}

	private String created(String name) {
		MultiValueMap<String, String> form = form(open("/admin/themes/new"));
		form.set("name", name);
		MvcTestResult created = post("/admin/themes/new", form);
		assertThat(created).hasStatus(303);
		return String.valueOf(created.getResponse().getRedirectedUrl()).replace("?done=created", "");
	}

	private Document open(String address) {
		MvcTestResult answer = this.mvc.get()
			.uri(java.net.URI.create(address))
			.accept(MediaType.TEXT_HTML)
			.header("Authorization", bearer(99))
			.exchange();
		assertThat(answer).hasStatusOk();
		return html(answer);
	}

	private Document press(MultiValueMap<String, String> form, String address, String act) {
		form.set("act", act);
		MvcTestResult answer = post(address, form);
		assertThat(answer).hasStatusOk();
		return html(answer);
	}

	private MvcTestResult post(String address, MultiValueMap<String, String> form) {
		return this.mvc.post()
			.uri(address)
			.accept(MediaType.TEXT_HTML)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.formFields(form)
			.header("Authorization", bearer(99))
			.exchange();
	}

	private MvcTestResult upload(String address, MultiValueMap<String, String> form, String name, byte[] file) {
		return this.mvc.perform(MockMvcRequestBuilders.multipart(HttpMethod.POST, address)
			.file(new MockMultipartFile(name, "logo.png", "image/png", file))
			.params(form)
			.accept(MediaType.TEXT_HTML)
			.header("Authorization", bearer(99)));
	}

	private String bearer(int level) {
		return "Bearer " + this.tokens.user("nordcykel", "admin", level);
	}

	private static MultiValueMap<String, String> form(Document page) {
		return form(page, "form#theme");
	}

	private static MultiValueMap<String, String> form(Document page, String selector) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		((org.jsoup.nodes.FormElement) page.expectFirst(selector)).formData()
			.forEach((field) -> form.add(field.key(), field.value()));
		return form;
	}

	private static Document html(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
