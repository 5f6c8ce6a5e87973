package dev.insyn.stack.crm;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DemoRecordsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	@Test
	void annaHasMoreThanHerPageShowsAndSomeHaveNothing() {
		assertThat(DemoRecords.orders(DemoPeople.person(DemoTenant.NORDCYKEL, 0), TODAY)).hasSize(12);
		assertThat(DemoRecords.orders(DemoPeople.person(DemoTenant.NORDCYKEL, 4), TODAY)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void anOwnersRecordsHaveIdsOfTheirOwnAndLieInThePast(DemoTenant tenant) {
		for (int number = 0; number < 60; number++) {
			DemoPerson person = DemoPeople.person(tenant, number);
			for (List<Map<String, Object>> records : List.of(DemoRecords.orders(person, TODAY),
					DemoRecords.cases(person, TODAY), DemoRecords.ordersOf(tenant, person.organisation(), TODAY))) {
				assertThat(records).extracting((record) -> record.get("id")).doesNotHaveDuplicates();
				assertThat(records)
					.allSatisfy((record) -> assertThat(String.valueOf(record.get("at"))).isLessThan(TODAY.toString()));
			}
		}
	}

}
