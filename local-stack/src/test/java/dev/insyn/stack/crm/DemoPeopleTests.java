package dev.insyn.stack.crm;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPeopleTests {

	@Test
	void beginsWithAnna() {
		DemoPerson anna = DemoPeople.person(DemoTenant.NORDCYKEL, 0);
		assertThat(anna.name()).isEqualTo("Anna Lindqvist");
		assertThat(anna.email()).isEqualTo("anna.lindqvist@kund.example");
		assertThat(anna.crmId()).isEqualTo("NC-1001");
		assertThat(anna.values()).containsKeys("phone", "address", "birth-date", "newsletter");
	}

	@ParameterizedTest
	@EnumSource
	void livesInAReservedDomainUnderAnAddressOfItsOwnButForTwoWhoShareOne(DemoTenant tenant) {
		List<String> addresses = people(tenant, 10_000).map(DemoPerson::email).toList();
		assertThat(addresses).allMatch((email) -> email.matches("[a-z]+\\.[a-z]+\\d*@kunde?\\.example"));
		assertThat(addresses.stream().distinct()).hasSize(9_999);
		assertThat(addresses.get(41)).isEqualTo(addresses.get(40));
	}

	@ParameterizedTest
	@EnumSource
	void namesNobodyTwiceAmongTheFirstThousand(DemoTenant tenant) {
		assertThat(people(tenant, 1000).map(DemoPerson::name)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@EnumSource
	void isTheSameAtEveryStart(DemoTenant tenant) {
		assertThat(people(tenant, 50).toList()).isEqualTo(people(tenant, 50).toList());
	}

	/// The series that the Swedish regulator reserves for books and films.
	@Test
	void hasSwedishNumbersThatReachNobody() {
		List<String> numbers = people(DemoTenant.NORDCYKEL, 500)
			.flatMap((person) -> Stream.of(person.values().get("mobile"), person.values().get("phone")))
			.filter((number) -> number != null)
			.map(String::valueOf)
			.toList();
		assertThat(numbers).allMatch((number) -> number.matches("\\+46701740(60[5-9]|6[1-9]\\d)|\\+463139006\\d\\d"));
	}

	@Test
	void findsItsNumberAgainInTheCrmsId() {
		assertThat(DemoTenant.FJORDBOK.numberOf(DemoTenant.FJORDBOK.crmId(42))).contains(42);
		assertThat(DemoTenant.FJORDBOK.numberOf("NC-1001")).isEmpty();
		assertThat(DemoTenant.FJORDBOK.numberOf("FB-17")).isEmpty();
	}

	private static Stream<DemoPerson> people(DemoTenant tenant, int count) {
		return IntStream.range(0, count).mapToObj((number) -> DemoPeople.person(tenant, number));
	}

}
