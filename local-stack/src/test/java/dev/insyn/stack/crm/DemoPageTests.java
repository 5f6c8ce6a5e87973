package dev.insyn.stack.crm;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPageTests {

	@Test
	void showsTheCompanysOrdersBelowTheContactsOwnAndLeavesTheRest() {
		JsonNode draft = JsonMapper.shared().readTree("""
				{"name":{"sv":"Egna data"},"reports":[{"type":"orders","of":"CONTACT"}]}""");

		JsonNode dressed = DemoPage.withCompanysOrders(draft);

		assertThat(dressed.path("reports").valueStream().map((report) -> report.path("of").asString()))
			.containsExactly("CONTACT", "ORGANISATION");
		assertThat(dressed.path("name")).isEqualTo(draft.path("name"));
		assertThat(draft.path("reports")).hasSize(1);
	}

}
