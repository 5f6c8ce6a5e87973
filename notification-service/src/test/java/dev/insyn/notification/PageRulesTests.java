package dev.insyn.notification;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageRulesTests {

	@Test
	void tellsEachAddressOnce() {
		PageRules rules = NotificationFixtures.p05("karin@nordcykel.example", " Karin@Nordcykel.example",
				"li@nordcykel.example");
		assertThat(rules.recipientsById().values()).containsExactly("karin@nordcykel.example", "li@nordcykel.example");
	}

	@Test
	void givesRecipientsIdsThatDontShowTheAddress() {
		assertThat(NotificationFixtures.p05("karin@nordcykel.example").recipientsById().keySet()).singleElement()
			.asString()
			.matches("[0-9a-f]{32}");
	}

	@Test
	void fallsBackOnEnglishLabels() {
		assertThat(NotificationFixtures.p05().labels(List.of("phone"), "fi")).containsExactly("Phone");
	}

}
