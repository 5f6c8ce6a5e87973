package dev.insyn.stack.crm;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The page that every tenant begins with, and on it what only a demo can presume: that whoever belongs to a company may see
/// what the company has ordered.
final class DemoPage {

	static final String NUMBER = "P05";

	private static final String ADDRESS = "/api/pages/" + NUMBER;

	private static final Map<String, Object> COMPANYS_ORDERS = Map
		.of("type", DemoRecords.ORDERS, "of", "ORGANISATION", "heading",
				Map.of("sv", "Ditt företags beställningar", "en", "Your company’s orders", "nb",
						"Firmaets bestillinger"),
				"columns", List.of("number", "date", "description", "amount"), "order",
				Map.of("column", "date", "direction", "DESCENDING"), "limit", 5, "since", "P1Y");

	private final ApiClient api;

	DemoPage(ApiClient api) {
		this.api = api;
	}

	/// Adds the report to a page that nobody has touched since it was first published.
	void showCompanysOrders() {
		JsonNode page = this.api.get(ADDRESS);
		if (page.path("version").asInt() == 1 && page.path("upToDate").asBoolean()) {
			JsonNode saved = this.api.change("PUT", ADDRESS + "/draft", page.path("revision").asInt(),
					withCompanysOrders(page.path("draft")));
			this.api.change("POST", ADDRESS + "/publish", saved.path("revision").asInt(), Map.of());
		}
	}

	static JsonNode withCompanysOrders(JsonNode draft) {
		ObjectNode more = (ObjectNode) draft.deepCopy();
		ArrayNode reports = more.withArray("reports");
		reports.add(JsonMapper.shared().valueToTree(COMPANYS_ORDERS));
		return more;
	}

}
