package dev.insyn.contact.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Fields that the tests tell about.
final class CatalogueFixtures {

	static final JsonMapper JSON = new JsonMapper();

	private CatalogueFixtures() {
	}

	/// A number, with everything that a published page needs.
	static FieldDraft shoeSize() {
		return draft("""
				{"key":"shoe-size","type":"NUMBER","labels":{"sv":"Skostorlek","en":"Shoe size"},
				 "rules":{"min":"15","max":"60"},"purpose":{"sv":"Rätt skor till provcykling"},
				 "legalBasis":"consent","retention":"P2Y","source":"contact"}""");
	}

	/// A choice between colours.
	static FieldDraft colour(String... values) {
		String choices = String.join(",",
				Arrays.stream(values)
					.map((value) -> "{\"value\":\"" + value + "\",\"labels\":{\"sv\":\"" + value + "\"}}")
					.toList());
		return draft(
				"{\"key\":\"colour\",\"type\":\"CHOICE\",\"labels\":{\"sv\":\"Färg\"},\"choices\":[" + choices + "]}");
	}

	static FieldDraft draft(String json) {
		return JSON.readValue(json, FieldDraft.class);
	}

	/// Another draft with members changed.
	static FieldDraft with(FieldDraft draft, UnaryOperator<ObjectNode> change) {
		return JSON.treeToValue(change.apply(JSON.valueToTree(draft)), FieldDraft.class);
	}

	/// The standard catalogue with a field more.
	static Catalogue standardWith(FieldDraft draft, String... used) {
		return FieldCatalogues.standard(JSON).catalogue().with(draft.field()).usedFor(Set.of(used));
	}

	static List<String> objections(FieldDraft draft) {
		try {
			draft.field();
			return List.of();
		}
		catch (InvalidField invalid) {
			return invalid.objections().stream().map((each) -> each.member() + " " + each.code()).toList();
		}
	}

}
