package dev.insyn.page.editing;

import dev.insyn.page.pages.PageContent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/// In what two contents differ.
class ComparisonTests {

	private static final PageContent BEFORE = ContentFixtures.beginning();

	@Test
	void findsNothingWhereNothingChanged() {
		assertThat(Comparison.of(BEFORE, ContentFixtures.with((content) -> content))).isEmpty();
	}

	@Test
	void tellsTextByTextAndFieldByField() {
		PageContent after = ContentFixtures.with((content) -> {
			((ObjectNode) content.get("button")).put("sv", "Spara");
			ObjectNode mobile = (ObjectNode) content.at("/body/5");
			mobile.put("required", true);
			((ObjectNode) mobile.get("heading")).remove("en");
			return content;
		});
		assertThat(Comparison.of(BEFORE, after)).containsExactly(
				new PageDifference("page", null, "button", "sv", "Uppdatera mina uppgifter", "Spara"),
				new PageDifference("field", "mobile", "heading", "en", "Mobile phone", null),
				new PageDifference("field", "mobile", "required", null, "false", "true"));
	}

	@Test
	void tellsAFieldThatIsGoneOnce() {
		PageContent after = ContentFixtures.with((content) -> {
			((ArrayNode) content.get("body")).remove(5);
			return content;
		});
		assertThat(Comparison.of(BEFORE, after))
			.containsExactly(new PageDifference("field", "mobile", null, null, "mobile", null));
		assertThat(Comparison.of(after, BEFORE))
			.containsExactly(new PageDifference("field", "mobile", null, null, null, "mobile"));
	}

	@Test
	void tellsAnotherOrder() {
		PageContent after = ContentFixtures.with((content) -> {
			ArrayNode body = (ArrayNode) content.get("body");
			body.insert(2, body.remove(1));
			return content;
		});
		assertThat(Comparison.of(BEFORE, after)).singleElement()
			.satisfies((order) -> assertThat(order.before()).startsWith("first-name, last-name, title"))
			.satisfies((order) -> assertThat(order.after()).startsWith("first-name, title, last-name"));
	}

}
