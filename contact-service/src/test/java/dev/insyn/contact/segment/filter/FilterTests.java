package dev.insyn.contact.segment.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.insyn.contact.Contact;
import dev.insyn.contact.ContactFixtures;
import dev.insyn.contact.CrmReference;
import dev.insyn.contact.CrmWord;
import dev.insyn.contact.catalogue.CatalogueForTests;
import dev.insyn.contact.segment.filter.AskedFilter.Part;
import dev.insyn.fields.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What a filter takes and whom it fits.
class FilterTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	private final Attributes attributes = new Attributes(
			CatalogueForTests.asOf(CatalogueForTests.standardAndMore(), TODAY), ZoneId.of("Europe/Stockholm"), TODAY);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "title | contains | inköp | false", "title | contains | INKOPSANSVARIG | true",
					"title | contains | verkstad fordon | true", "title | contains-not | verkstad | false",
					"first-name | is | anna | true", "first-name | is | Ann | false",
					"first-name | is-not | Ann | true", "first-name | any-of | Bo;Anna | true",
					"email | is | Anna.Lindqvist@KUND.example | true", "email | contains | kund | true",
					"phone | is | 070-123 45 67 | true", "phone | is | +46701234568 | false",
					"birth-date | before | 1980-01-01 | true", "birth-date | after | 1979-04-12 | false",
					"birth-date | is | 1979-04-12 | true", "updated-on | last-days | 30 | true",
					"updated-on | last-days | 3 | false", "updated-on | not-last-days | 3 | true",
					"employees | more | 9 | true", "employees | less | 10 | false", "employees | is | 10,0 | true",
					"newsletter | is | ja | true", "interests | any-of | offers;events | true",
					"interests | none-of | news | false", "country | is | SE | false", "country | is-not | SE | true",
					"country | empty | | true", "email | not-empty | | true", "address | contains | Lund | true",
					"@organisation | is | org-17 | true", "@organisation | contains | kungsbacka | true",
					"@objected | is | false | true", "@restricted | is | true | false", "@confirmed | empty | | true" })
	void fitsWhoHasWhatIsAsked(String field, String operator, @Nullable String values, boolean fits) {
		AskedFilter asked = new AskedFilter("all",
				List.of(Part.condition(field, operator, (values != null) ? List.of(values.split(";")) : List.of())));

		assertThat(new Matching(read(asked), this.attributes).test(anna())).isEqualTo(fits);
	}

	@Test
	void groupsCountAsOne() {
		Part anna = Part.condition("first-name", "is", List.of("Anna"));
		Part bo = Part.condition("first-name", "is", List.of("Bo"));
		Part chef = Part.condition("title", "contains", List.of("chef"));
		assertThat(fits(new AskedFilter("any", List.of(bo, anna)))).isTrue();
		assertThat(fits(new AskedFilter("all", List.of(bo, anna)))).isFalse();
		assertThat(fits(new AskedFilter("all", List.of(anna, group("any", bo, chef))))).isFalse();
		assertThat(fits(new AskedFilter("all", List.of(anna, group("any", bo, anna))))).isTrue();
		assertThat(fits(new AskedFilter("any", List.of(bo, group("all", anna, chef))))).isFalse();
		assertThat(fits(new AskedFilter("any", List.of()))).as("nothing is asked, so everybody fits").isTrue();
	}

	/// The blind index may leave out only whom the filter leaves out.
	@Test
	void namesWordsThatEverybodyItFitsContains() {
		Part anna = Part.condition("first-name", "is", List.of("Anna Åsa"));
		Part kund = Part.condition("email", "contains", List.of("kund"));
		Part notes = Part.condition("notes", "contains", List.of("cykel"));
		assertThat(words(new AskedFilter("all", List.of(anna, kund, notes)))).containsExactly("anna", "asa", "kund");
		assertThat(words(new AskedFilter("any", List.of(anna, kund)))).isEmpty();
		assertThat(words(new AskedFilter("all", List.of(group("any", anna, kund), kund)))).containsExactly("kund");
		assertThat(words(new AskedFilter("all", List.of(Part.condition("first-name", "is-not", List.of("Bo"))))))
			.isEmpty();
	}

	/// Red without the checks of [FilterReading].
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "no-such | is | a | parts[0].field unknown-field",
			" | is | a | parts[0].field required", "title | before | 2026-01-01 | parts[0].is operator",
			"title | DROP | a | parts[0].is operator", "title | is | | parts[0].values required",
			"title | contains | !!! | parts[0].values word", "birth-date | before | yesterday | parts[0].values date",
			"updated-on | last-days | 0 | parts[0].values days",
			"updated-on | last-days | 99999 | parts[0].values days", "employees | more | many | parts[0].values number",
			"interests | any-of | sport | parts[0].values choice", "country | is | XX | parts[0].values country",
			"title | is | a;b | parts[0].values too-many", "@objected | is-not | true | parts[0].is operator",
			"@secret | is | a | parts[0].field unknown-field" })
	void saysWhatCantBeAsked(@Nullable String field, String operator, @Nullable String values, String problem) {
		FilterReading.Read read = FilterReading.read(
				new AskedFilter(null, List
					.of(new Part(field, operator, (values != null) ? List.of(values.split(";")) : null, null, null))),
				this.attributes, Locale.of("sv", "SE"));

		assertThat(read.filter()).isNull();
		assertThat(codes(read)).containsExactly(problem);
	}

	@Test
	void hasOneLevelOfGroupsAndLimits() {
		Part anna = Part.condition("first-name", "is", List.of("Anna"));
		assertThat(codes(read(List.of(group("any", group("all", anna)))))).containsExactly("parts[0].parts[0] nested");
		assertThat(codes(read(java.util.Collections.nCopies(21, anna)))).containsExactly("parts too-many");
		assertThat(codes(read(List.of(group("any"))))).containsExactly("parts[0].parts required");
		assertThat(codes(read(List.of(Part.condition("title", "is", List.of("x".repeat(300)))))))
			.containsExactly("parts[0].values too-long");
		assertThat(codes(read(List.of(group("some", anna))))).containsExactly("parts[0].match match");
	}

	/// Red when a condition whose field is gone fits everybody.
	@Test
	void fitsNobodyWhenItsFieldIsGone() {
		Filter old = new Filter(Match.ALL, List.of(new Filter.Condition("gone", Operator.IS_NOT, List.of("a"))));

		assertThat(new Matching(old, this.attributes).test(anna())).isFalse();
	}

	@Test
	void restsAsItWasAskedInCanonicalForm() {
		JsonMapper json = new JsonMapper();
		Filter filter = read(new AskedFilter("any", List.of(Part.condition("phone", "is", List.of("070-123 45 67")),
				group("all", Part.condition("birth-date", "before", List.of("1 jan 1980"))))));
		String written = json.writeValueAsString(AskedFilter.of(filter));

		assertThat(written).isEqualTo(
				"{\"match\":\"any\",\"parts\":[{\"field\":\"phone\",\"is\":\"is\",\"values\":[\"+46701234567\"]},"
						+ "{\"match\":\"all\",\"parts\":[{\"field\":\"birth-date\",\"is\":\"before\",\"values\":[\"1980-01-01\"]}]}]}");
		assertThat(read(json.readValue(written, AskedFilter.class))).isEqualTo(filter);
		assertThat(filter.toString() + filter.parts()).doesNotContain("4670", "1980");
	}

	private static Contact anna() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("first-name", "Anna");
		values.put("email", "anna.lindqvist@kund.example");
		values.put("phone", "+46701234567");
		values.put("title", "Inköpsansvarig för fordon och verkstad");
		values.put("address", Map.of("line1", "Storgatan 1", "postalCode", "22100", "city", "Lund", "country", "SE"));
		values.put("birth-date", "1979-04-12");
		values.put("updated-on", "2026-11-10");
		values.put("interests", List.of("news", "events"));
		values.put("newsletter", "true");
		values.put("employees", "10");
		CrmReference crm = new CrmReference("webcrm", "NC-1", 1, Instant.EPOCH);
		return Contact.unknown(ContactFixtures.ANNA, crm, 0)
			.hear(new CrmWord(crm, "ORG-17", "Kungsbacka Cykel AB", values, List.of()))
			.contact();
	}

	private boolean fits(AskedFilter asked) {
		return new Matching(read(asked), this.attributes).test(anna());
	}

	private java.util.Set<String> words(AskedFilter asked) {
		return new Matching(read(asked), this.attributes).words();
	}

	private Filter read(AskedFilter asked) {
		return Objects.requireNonNull(FilterReading.read(asked, this.attributes, Locale.of("sv", "SE")).filter());
	}

	private FilterReading.Read read(List<Part> parts) {
		return FilterReading.read(new AskedFilter("all", parts), this.attributes, Locale.ROOT);
	}

	private static Part group(String match, Part... parts) {
		return new Part(null, null, null, match, List.of(parts));
	}

	private static List<String> codes(FilterReading.Read read) {
		return read.problems().entrySet().stream().map(FilterTests::code).toList();
	}

	private static String code(Map.Entry<String, Reading.Problem> problem) {
		return problem.getKey() + " " + problem.getValue().code();
	}

}
