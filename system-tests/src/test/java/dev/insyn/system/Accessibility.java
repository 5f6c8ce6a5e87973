package dev.insyn.system;

import java.util.List;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;

import static org.assertj.core.api.Assertions.assertThat;

/// What axe-core finds on a page against the Web Content Accessibility Guidelines 2.2, levels A and AA.
final class Accessibility {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private Accessibility() {
	}

	/// Of a page in a frame, like a preview, only the frame is looked at: the page is
	/// looked at where it stands alone.
	/// The window is as high as the page meanwhile, so that nothing lies half under what
	/// sticks to its edge.
	/// @param what names the screen where something is found
	static void check(Page page, String what) {
		ViewportSize window = page.viewportSize();
		Number height = (Number) page.evaluate("document.documentElement.scrollHeight");
		page.setViewportSize(window.width, Math.max(window.height, height.intValue()));
		List<Rule> violations = new AxeBuilder(page).exclude("iframe").withTags(RULES).analyze().getViolations();
		page.setViewportSize(window.width, window.height);
		assertThat(violations.stream().map(Accessibility::describe).toList()).as(what + " " + page.url()).isEmpty();
	}

	private static String describe(Rule rule) {
		String places = rule.getNodes()
			.stream()
			.map((node) -> node.getTarget() + " " + node.getHtml())
			.collect(Collectors.joining("\n    "));
		return rule.getId() + ": " + rule.getHelp() + "\n    " + places;
	}

}
