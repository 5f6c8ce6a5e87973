package dev.insyn.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What somebody who has signed in may try against what administrators configure.
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(12)
class ConsoleAttacksIT {

	private static final String MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}";

	private final Stack stack;

	/// One session each: who signs in too often has to wait.
	private final Map<String, SignedIn> sessions = new HashMap<>();

	private final SignedIn administrator;

	ConsoleAttacksIT(Stack stack) {
		this.stack = stack;
		this.administrator = as("nordcykel", 99);
	}

	/// Every call that configures something, with a body that would be taken from an
	/// administrator.
	@ParameterizedTest
	@CsvSource({ "POST,/api/pages", "POST,/api/pages/import", "PUT,/api/pages/P05/draft", "POST,/api/pages/P05/publish",
			"POST,/api/pages/P05/archive", "POST,/api/pages/P05/duplicate", "POST,/api/pages/P05/discard",
			"POST,/api/pages/P05/versions/1/restore", "DELETE,/api/pages/P05", "POST,/api/themes",
			"PUT,/api/themes/standard", "DELETE,/api/themes/standard", "PUT,/api/themes/standard/logo",
			"POST,/api/field-catalogue", "PUT,/api/field-catalogue/title", "DELETE,/api/field-catalogue/title",
			"PUT,/api/record-types/orders", "DELETE,/api/record-types/orders" })
	void nobodyBelowLevel99Configures(String method, String path) {
		for (int level : new int[] { 10, 50 }) {
			HttpResponse<String> answer = as("nordcykel", level).send(method, path, "{}", "*");
			assertThat(answer.statusCode()).as("level %d: %s", level, answer.body()).isEqualTo(403);
			assertThat(answer.body()).contains("urn:insyn:problem:level-too-low");
		}
	}

	/// The forms of the console are guarded as the API is: a button that isn't shown can
	/// still be pressed.
	@ParameterizedTest
	@ValueSource(strings = { "/admin/pages/new", "/admin/pages/P05/fields", "/admin/pages/P05/publish",
			"/admin/themes/standard", "/admin/field-catalogue/title", "/admin/field-catalogue/records/orders",
			"/admin/field-catalogue/records/new", "/admin/users" })
	void hiddenButtonsAreNoDoors(String screen) {
		HttpResponse<String> answer = as("nordcykel", 10).post(screen,
				new Visit.Form(new LinkedHashMap<>()).add("revision", "1").add("move", "up:title"));
		assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404, 405);
	}

	@Test
	void whatIsAnotherTenantsIsNotThere() {
		String page = createPage();
		SignedIn foreigner = as("fjordbok", 99);
		for (String path : List.of("/api/pages/" + page, "/api/pages/" + page + "/versions",
				"/api/pages/" + page + "/export",
				"/api/contacts/" + this.stack.ready().linksOf("nordcykel").getFirst().contactId(),
				"/admin/pages/" + page,
				"/admin/contacts/" + this.stack.ready().linksOf("nordcykel").getFirst().contactId())) {
			assertThat((path.startsWith("/api") ? foreigner.ask(path) : foreigner.get(path)).statusCode()).as(path)
				.isEqualTo(404);
		}
		JsonNode draft = json(this.administrator.ask("/api/pages/" + page)).get("draft");
		assertThat(foreigner.send("PUT", "/api/pages/" + page + "/draft", draft.toString(), "\"1\"").statusCode())
			.isEqualTo(404);
		assertThat(foreigner.send("POST", "/api/pages/" + page + "/publish", "", "\"1\"").statusCode()).isEqualTo(404);
		assertThat(json(this.administrator.ask("/api/pages/" + page)).get("revision").asInt()).isEqualTo(1);
	}

	/// Members that only the service writes are refused or passed over, never taken.
	@ParameterizedTest
	@CsvSource({ "state,PUBLISHED", "tenant,fjordbok", "_tenant,fjordbok", "version,77", "page,P99",
			"changedBy,system:insyn", "_id,fjordbok:P05" })
	void aDraftCanNotSayWhatItIsNotAskedFor(String member, String value) {
		String page = createPage();
		ObjectNode draft = (ObjectNode) json(this.administrator.ask("/api/pages/" + page)).get("draft");
		draft.put(member, value);
		HttpResponse<String> answer = this.administrator.send("PUT", "/api/pages/" + page + "/draft", draft.toString(),
				"\"1\"");
		JsonNode now = json(this.administrator.ask("/api/pages/" + page));
		assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 422);
		assertThat(now.get("state").asString()).isEqualTo("DRAFT");
		assertThat(now.path("version").asInt(0)).isZero();
		assertThat(now.toString()).doesNotContain("fjordbok", "P99", "system:insyn");
	}

	/// Each text of a page in turn is markup; those that take it are shown as text on
	/// every
	/// screen, in the preview, and to the contact.
	@Test
	void markupInAnyTextOfAPageStaysText() {
		String page = createPage();
		JsonNode draft = json(this.administrator.ask("/api/pages/" + page)).get("draft");
		List<String> leaves = leaves(draft, "");
		assertThat(leaves).hasSizeGreaterThan(40);
		int taken = 0;
		for (String leaf : leaves) {
			JsonNode before = json(this.administrator.ask("/api/pages/" + page));
			JsonNode poisoned = before.get("draft").deepCopy();
			replace(poisoned, leaf);
			HttpResponse<String> answer = this.administrator.send("PUT", "/api/pages/" + page + "/draft",
					poisoned.toString(), "\"" + before.get("revision").asInt() + "\"");
			assertThat(answer.statusCode()).as(leaf + ": " + answer.body()).isIn(200, 400, 422);
			taken += (answer.statusCode() == 200) ? 1 : 0;
		}
		assertThat(taken).as("texts that take markup as text").isGreaterThan(10);
		for (String screen : List.of("", "/fields", "/reports", "/hidden", "/rules", "/versions", "/publish",
				"/preview?lang=sv", "/preview?lang=en")) {
			harmless(this.administrator.read("/admin/pages/" + page + screen), screen);
		}
		harmless(this.administrator.read("/admin/pages"), "list");
	}

	private static void harmless(Document html, String screen) {
		assertThat(html.select("[onerror], script:not([src]):not([type='application/json'])").not("[type]"))
			.as("what would run on '%s'", screen)
			.isEmpty();
		for (Element element : html.getAllElements()) {
			assertThat(element.attributes().asList()).as("attributes on " + screen)
				.noneMatch((attribute) -> attribute.getKey().startsWith("on"));
		}
	}

	@Test
	void aPageOfTenThousandFieldsIsRefusedAndHarmsNobody() {
		String page = createPage();
		ObjectNode draft = (ObjectNode) json(this.administrator.ask("/api/pages/" + page)).get("draft");
		ArrayNode body = draft.putArray("body");
		for (int i = 0; i < 10_000; i++) {
			body.addObject().put("key", "field-" + i).put("editable", true);
		}
		HttpResponse<String> answer = this.administrator.send("PUT", "/api/pages/" + page + "/draft", draft.toString(),
				"\"1\"");
		assertThat(answer.statusCode()).as(answer.body()).isIn(413, 422);
		assertThat(answer.body()).as("an answer that one can read").hasSizeLessThan(20_000);
		assertThat(this.administrator.get("/admin/pages").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "red;}body{display:none", "url(https://evil.example/x)", "#fff/*", "expression(alert(1))",
			"var(--x)", "#0b5cad\\\";}" })
	void aColourIsAColourAndNoStyleSheet(String colour) {
		ObjectNode theme = theme();
		((ObjectNode) theme.get("light")).put("brand", colour);
		HttpResponse<String> answer = this.administrator.send("PUT", "/api/themes/standard", theme.toString(), "*");
		assertThat(answer.statusCode()).as(answer.body()).isIn(412, 422, 428);
		answer = this.administrator.send("PUT", "/api/themes/standard", theme.toString(),
				"\"" + theme.get("revision").asInt() + "\"");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("light.brand");
	}

	@Test
	void aFileThatIsAPictureAndSomethingElseIsMadeAnewWithoutTheElse() {
		byte[] picture = png(200, 60, 60 * (200 * 3 + 1));
		byte[] payload = "<script>alert('polyglot')</script>PK\3\4".getBytes(StandardCharsets.UTF_8);
		byte[] polyglot = ByteBuffer.allocate(picture.length + payload.length).put(picture).put(payload).array();
		HttpResponse<String> answer = upload(polyglot);
		assertThat(answer.statusCode()).as(answer.body()).isIn(200, 422);
		if (answer.statusCode() == 200) {
			String logo = json(answer).get("logo").get("address").asString();
			assertThat(this.administrator.get(logo).body()).doesNotContain("polyglot");
		}
		assertThat(upload("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
			.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
		assertThat(upload("GIF89a/*\0\0*/=alert(1)".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
	}

	/// 2.7 GB of pixels in a hundred kilobytes.
	@Test
	void aPictureThatWouldFillTheMemoryIsRefusedBeforeItIsUnpacked() {
		HttpResponse<String> answer = upload(png(30_000, 30_000, 20_000_000));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("too-many-pixels");
		assertThat(this.administrator.get("/admin/themes").statusCode()).isEqualTo(200);
	}

	/// To a theme that no page wears.
	private HttpResponse<String> upload(byte[] picture) {
		HttpResponse<String> created = this.administrator.send("POST", "/api/themes",
				"{\"name\":\"Under attack\",\"light\":{\"brand\":\"#8A2F2B\"}}");
		assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
		return this.administrator.upload("/api/themes/" + json(created).get("id").asString() + "/logo", picture,
				created.headers().firstValue("ETag").orElseThrow());
	}

	private ObjectNode theme() {
		ObjectNode theme = (ObjectNode) json(this.administrator.ask("/api/themes/standard"));
		theme.remove(List.of("pages", "contrast", "hash", "logo", "banner"));
		return theme;
	}

	private String createPage() {
		HttpResponse<String> model = this.administrator.ask("/api/pages/P05");
		HttpResponse<String> copy = this.administrator.send("POST", "/api/pages/P05/duplicate",
				"{\"description\":\"attacked\"}", model.headers().firstValue("ETag").orElseThrow());
		assertThat(copy.statusCode()).as(copy.body()).isEqualTo(201);
		return json(copy).get("page").asString();
	}

	private SignedIn as(String tenant, int level) {
		return this.sessions.computeIfAbsent(tenant + level,
				(name) -> SignedIn.as(this.stack, this.stack.ready().user(tenant, level)));
	}

	private JsonNode json(HttpResponse<String> answer) {
		return this.stack.json().readTree(answer.body());
	}

	/// JSON pointers to every text.
	private static List<String> leaves(JsonNode node, String path) {
		List<String> found = new ArrayList<>();
		if (node.isObject()) {
			node.properties().forEach((entry) -> found.addAll(leaves(entry.getValue(), path + "/" + entry.getKey())));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				found.addAll(leaves(node.get(i), path + "/" + i));
			}
		}
		else if (node.isString()) {
			found.add(path);
		}
		return found;
	}

	private static void replace(JsonNode root, String pointer) {
		JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
		String name = pointer.substring(pointer.lastIndexOf('/') + 1);
		if (parent instanceof ObjectNode object) {
			object.put(name, MARKUP);
		}
		else if (parent instanceof ArrayNode array) {
			array.set(Integer.parseInt(name), StringNode.valueOf(MARKUP));
		}
	}

	/// A picture of zeros.
	private static byte[] png(int width, int height, int bytes) {
		ByteArrayOutputStream pixels = new ByteArrayOutputStream();
		try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels, new Deflater(9))) {
			byte[] zeros = new byte[100_000];
			for (int left = bytes; left > 0; left -= zeros.length) {
				packed.write(zeros, 0, Math.min(left, zeros.length));
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 2, 0, 0, 0 }).array();
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		png.writeBytes(chunk("IHDR", header));
		png.writeBytes(chunk("IDAT", pixels.toByteArray()));
		png.writeBytes(chunk("IEND", new byte[0]));
		return png.toByteArray();
	}

	private static byte[] chunk(String type, byte[] data) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 sum = new CRC32();
		sum.update(name);
		sum.update(data);
		return ByteBuffer.allocate(data.length + 12)
			.putInt(data.length)
			.put(name)
			.put(data)
			.putInt((int) sum.getValue())
			.array();
	}

}
