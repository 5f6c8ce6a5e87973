package dev.insyn.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/// Segments as users build them in the console, with plain form posts.
@RunsTheService
@SuppressWarnings("NullAway.Init") // injected
class SegmentScreensIT {

	private static final String TENANT = "nordcykel";

	private static final String LIST = "/admin/segments";

	private static final String MARKUP = "<script>alert(1)</script>\"'";

	@Autowired
	private CrmForTests crm;

	@Autowired
	private ServiceForTests service;

	@Autowired
	private DatabasesForTests databases;

	@Autowired
	private Environment environment;

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void buildsAFilterStepByStepAndCountsMeanwhile() {
		String family = unique();
		register("Anna", family);
		register("Bo", family);
		assertThat(get(LIST + "/new/filter", 50).body()).contains("name=\"p0.field\"");

		String chosen = post(LIST + "/new/filter", 50, "act", "refresh", "p0.field", "last-name").body();
		assertThat(chosen).contains("name=\"p0.is\"", "name=\"p0.value\"");
		String added = post(LIST + "/new/filter", 50, "act", "group", "p0.field", "last-name", "p0.is", "is",
				"p0.value", family)
			.body();
		assertThat(added).contains("name=\"p1.match\"", "name=\"p1.c1.field\"", "value=\"" + family + "\"");
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					post(LIST + "/count", 50, "p0.field", "last-name", "p0.is", "is", "p0.value", family).body())
				.contains("id=\"count\"", "count-figure", ">2 ", "Anna " + family));

		HttpResponse<String> saved = post(LIST + "/new/filter", 50, "name", "The " + family, "act", "save", "p0.field",
				"last-name", "p0.is", "is", "p0.value", family, "p1.match", "any", "p1.c0.field", "first-name",
				"p1.c0.is", "is", "p1.c0.value", "Anna", "p1.c1.field", "");
		assertThat(saved.statusCode()).isEqualTo(303);
		String address = location(saved);
		assertThat(address).as("nothing of it stands in an address").doesNotContain(family);
		assertThat(get(address, 10).body()).contains("The " + family).doesNotContain("name=\"p0.field\"");
		assertThat(get(address, 50).body()).contains("name=\"p1.c0.value\"");
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() {
		HttpResponse<String> refused = post(LIST + "/new/filter", 50, "name", "", "act", "save", "p0.field",
				"birth-date", "p0.is", "before", "p0.value", "soon");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("value=\"soon\"", "f-p0-value-error");
	}

	/// Red without the comparison of versions.
	@Test
	void theSecondOfTwoIsToldAndKeepsWhatItTyped() {
		String segment = byHand("Two at once");
		assertThat(post(segment + "/rename", 50, "name", "First", "version", "1").statusCode()).isEqualTo(303);
		HttpResponse<String> second = post(segment + "/rename", 50, "name", "Second", "version", "1");
		assertThat(second.statusCode()).isEqualTo(422);
		assertThat(second.body()).contains("value=\"Second\"", "Somebody else has changed this segment");
		assertThat(post(segment + "/delete", 50, "version", "1").statusCode()).isEqualTo(422);
		assertThat(get(segment, 50).body()).contains("First");
	}

	@Test
	void putsContactsOnAListAndTakesThemOff() {
		String family = unique();
		String anna = register("Anna", family);
		String segment = byHand("Some of them");
		assertThat(post(segment + "/add", 50, "q", family).body()).contains("value=\"" + anna + "\"")
			.doesNotContain("?q=", "&amp;q=");
		String stranger = this.crm.registerAnna("fjordbok");
		post(segment + "/put", 50, "selected", anna, "selected", stranger, "selected", "../x");

		assertThat(get(segment, 10).body()).contains("Anna " + family).doesNotContain(stranger, "name=\"selected\"");
		post(segment + "/take", 50, "selected", anna);
		assertThat(get(segment, 10).body()).doesNotContain("Anna " + family);
	}

	@Test
	void makesASegmentOfARealFileAndReportsTheRest() {
		String family = unique();
		String first = register("Anna", family);
		String second = register("Bo", family);
		String text = "Namn;E-post\r\nÅsa;" + address("Anna", family).toUpperCase(Locale.ROOT) + "\r\n\"Öberg,\r\nBo\";"
				+ address("Bo", family) + "\r\nEvil;=cmd|' /C calc'!A0\r\nPlus;+46701234567\r\nMissing;nobody-" + family
				+ "@kund.example\r\n";

		HttpResponse<String> made = upload("Fair " + family, text.getBytes(Charset.forName("windows-1252")), 50);
		assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
		String segment = location(made);
		Awaitility.await()
			.untilAsserted(() -> assertThat(get(segment, 50).body()).contains("3 of 5 rows didn’t come in"));
		assertThat(get(segment, 10).body()).contains("/admin/contacts/" + first, "/admin/contacts/" + second)
			.doesNotContain("nobody-" + family);

		HttpResponse<String> report = get(segment + "/report.csv", 50);
		assertThat(report.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
		assertThat(report.body()).startsWith("\uFEFF\"Row\";")
			.contains("\"4\";\"No valid address or id\";\"'=cmd|' /C calc'!A0\"\r\n",
					"\"5\";\"No valid address or id\";\"'+46701234567\"\r\n",
					"\"6\";\"No contact has it\";\"nobody-" + family + "@kund.example\"\r\n");
		assertThat(get(segment + "/report.csv", 49).statusCode()).isEqualTo(403);
		assertThat(this.databases.documents("spring.mongodb.uri"))
			.noneMatch((document) -> document.contains("nobody-" + family) || document.contains("Fair " + family));
	}

	/// Red when the second file makes a list of its own, or leaves the first one's
	/// report.
	@Test
	void aFileAddsToAListOrTakesItsPlace() {
		String family = unique();
		String anna = register("Anna", family);
		String bo = register("Bo", family);
		String cia = register("Cia", family);
		String segment = byHand("Some " + family);
		post(segment + "/put", 50, "selected", anna, "selected", cia);
		assertThat(get(segment, 50).body()).contains(segment + "/csv");
		assertThat(get(segment, 10).body()).doesNotContain(segment + "/csv");

		assertThat(onto(segment, "add", address("Bo", family) + "\n" + address("Cia", family) + "\nnobody@x.example\n")
			.statusCode()).isEqualTo(303);
		Awaitility.await()
			.untilAsserted(() -> assertThat(get(segment, 50).body())
				.contains("1 of 3 rows didn’t come in", "names 2 contacts, of whom 1 were not")
				.contains("/admin/contacts/" + anna, "/admin/contacts/" + bo, "/admin/contacts/" + cia));

		onto(segment, "replace", address("Bo", family) + "\n");
		Awaitility.await()
			.untilAsserted(() -> assertThat(get(segment, 50).body())
				.contains("now holds the file’s 1 contacts", "/admin/contacts/" + bo)
				.doesNotContain("/admin/contacts/" + anna, "/admin/contacts/" + cia));
		assertThat(get(segment + "/report.csv", 50).body()).doesNotContain("nobody@x.example");
	}

	/// Red when a list is let go of before the file is known to be one.
	@Test
	void aFileThatIsNoneLeavesTheListAsItIs() {
		String family = unique();
		String anna = register("Anna", family);
		String segment = byHand("Some " + family);
		post(segment + "/put", 50, "selected", anna);
		assertThat(multipart(segment + "/csv", "into", "replace", new byte[] { 'a' }, 49).statusCode()).isEqualTo(403);
		assertThat(onto(segment, "replace", "").body()).contains("Choose a file", "value=\"replace\" checked");
		assertThat(get(segment, 50).body()).contains("/admin/contacts/" + anna);
		String filter = location(post(LIST + "/new/filter", 50, "name", "All", "act", "save"));
		assertThat(onto(filter, "add", address("Anna", family)).statusCode()).isEqualTo(409);
	}

	@Test
	void findsPeopleByTheCrmsIdsAndByInsyns() {
		String family = unique();
		String crmId = CrmForTests.newCrmId();
		this.crm.publish(TENANT, crmId, 1, Instant.now().minusSeconds(60), person("Anna", family));
		String anna = this.crm.awaitContact(TENANT, crmId);
		for (String text : List.of("Kundnummer\tOrt\n" + crmId + "\tLund\n", anna + "\n")) {
			String segment = location(upload("By id", text.getBytes(StandardCharsets.UTF_8), 50));
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(get(segment, 50).body()).contains("All 1 rows came in", "Anna " + family));
		}
	}

	/// Red without a look at what the file is, and at how much it is.
	@Test
	void refusesFilesThatAreNoCsvOrTooLargeAndKeepsTheName() {
		HttpResponse<String> sheet = upload("My sheet", new byte[] { 0x50, 0x4B, 3, 4 }, 50);
		assertThat(sheet.statusCode()).isEqualTo(422);
		assertThat(sheet.body()).contains("This is a spreadsheet", "value=\"My sheet\"");
		assertThat(upload("None", new byte[0], 50).body()).contains("Choose a file");
		byte[] large = new byte[10 * 1024 * 1024 + 1];
		Arrays.fill(large, (byte) 'a');
		assertThat(upload("Large", large, 50).body()).contains("larger than 10 MB");
		byte[] huge = new byte[11 * 1024 * 1024];
		assertThat(upload("Huge", huge, 50).statusCode()).isEqualTo(413);
		assertThat(upload("Low", "a@b.example\n".getBytes(StandardCharsets.UTF_8), 49).statusCode()).isEqualTo(403);
	}

	/// Red without the levels on the controllers.
	@ParameterizedTest
	@ValueSource(strings = { "/new", "/new/filter", "/new/hand", "/aaaaaaaaaaaaaaaaaaaa/rename",
			"/aaaaaaaaaaaaaaaaaaaa/delete", "/aaaaaaaaaaaaaaaaaaaa/put", "/aaaaaaaaaaaaaaaaaaaa/take",
			"/aaaaaaaaaaaaaaaaaaaa/add", "/count", "/aaaaaaaaaaaaaaaaaaaa" })
	void isEditedFromLevelFiftyOn(String path) {
		assertThat(post(LIST + path, 49, "version", "1", "name", "x", "kind", "hand").statusCode()).isEqualTo(403);
		assertThat(get(LIST, 9).statusCode()).isEqualTo(403);
	}

	/// Red without the tenant in the query.
	@Test
	void anotherTenantsSegmentIsNotThere() {
		String segment = byHand("Ours " + unique());
		for (String act : List.of("", "/add", "/csv", "/rename", "/delete", "/report.csv")) {
			assertThat(send(HttpRequest.newBuilder().GET(), segment + act, "fjordbok", 99).statusCode()).as(act)
				.isEqualTo(404);
		}
	}

	/// Red when a template writes any of them as it is.
	@Test
	void escapesMarkupInNamesAndValues() {
		String segment = byHand(MARKUP);
		assertThat(get(LIST, 50).body() + get(segment, 50).body() + get(segment + "/delete", 50).body()
				+ get(segment + "/add", 50).body()
				+ post(LIST + "/new/filter", 50, "act", "refresh", "name", MARKUP, "p0.field", MARKUP, "p0.is", MARKUP,
						"p0.value", MARKUP)
					.body()
				+ post(LIST + "/new/filter", 50, "act", "save", "name", MARKUP, "p0.field", "title", "p0.is", "is",
						"p0.value", MARKUP + "\n")
					.body())
			.doesNotContain("<script>alert");
		assertThat(post(LIST + "/new/hand", 50, "name", "a\u0000b").statusCode()).isEqualTo(422);
	}

	/// Forms with rows that nobody could have drawn are read as far as they go.
	@Test
	void survivesFormsOfAnyShape() {
		String[] many = IntStream.range(0, 400)
			.boxed()
			.flatMap((i) -> List.of("p" + i + ".field", "title", "p" + i + ".c" + i + ".field", "x").stream())
			.toArray(String[]::new);
		assertThat(post(LIST + "/new/filter", 50, many).statusCode()).isEqualTo(422);
		for (String act : List.of("remove:p99", "remove:p0.c9", "add:p0.c0", "add:x", "remove:", "nothing", "::")) {
			assertThat(post(LIST + "/new/filter", 50, "act", act, "p0.match", "any").statusCode()).as(act)
				.isEqualTo(200);
		}
	}

	private String byHand(String name) {
		HttpResponse<String> made = post(LIST + "/new/hand", 50, "name", name);
		assertThat(made.statusCode()).isEqualTo(303);
		return location(made).replace("/add", "");
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("").replaceFirst("\\?done=.*", "");
	}

	private HttpResponse<String> get(String path, int level) {
		return send(HttpRequest.newBuilder().GET(), path, TENANT, level);
	}

	private HttpResponse<String> post(String path, int level, String... form) {
		String body = IntStream.range(0, form.length / 2)
			.mapToObj((i) -> encoded(form[2 * i]) + "=" + encoded(form[2 * i + 1]))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)), path, TENANT, level);
	}

	private HttpResponse<String> upload(String name, byte[] file, int level) {
		return multipart(LIST + "/new/csv", "name", name, file, level);
	}

	private HttpResponse<String> onto(String segment, String into, String file) {
		return multipart(segment + "/csv", "into", into, file.getBytes(StandardCharsets.UTF_8), 50);
	}

	private HttpResponse<String> multipart(String path, String field, String value, byte[] file, int level) {
		String head = "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
				+ "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n";
		byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
		return send(
				HttpRequest.newBuilder()
					.header("Content-Type", "multipart/form-data; boundary=b")
					.POST(HttpRequest.BodyPublishers
						.ofByteArrays(List.of(head.getBytes(StandardCharsets.UTF_8), file, tail))),
				path, TENANT, level);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String path, String tenant, int level) {
		try {
			return this.http.send(request
				.uri(URI.create("http://localhost:" + this.environment.getProperty("local.server.port") + path))
				.header("Authorization", "Bearer " + this.service.user(tenant, "karin", level))
				.header("Accept", "text/html")
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private String register(String first, String family) {
		String crmId = CrmForTests.newCrmId();
		this.crm.publish(TENANT, crmId, 1, Instant.now().minusSeconds(60), person(first, family));
		return this.crm.awaitContact(TENANT, crmId);
	}

	private static Map<String, Object> person(String first, String family) {
		return CrmForTests.values("first-name", first, "last-name", family, "email", address(first, family));
	}

	private static String address(String first, String family) {
		return first.toLowerCase(Locale.ROOT) + "." + family + "@kund.example";
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String unique() {
		return "fam" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
	}

}
