package dev.insyn.page.own;

import dev.insyn.pagekit.Kit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	@Test
	void writesWhatATextNeeds() {
		Element text = html("# Rubrik\n\nEtt **viktigt** ord och en [länk](https://exempel.se).\n\n- ett\n- två");
		assertThat(text.select("h2").text()).isEqualTo("Rubrik");
		assertThat(text.select("strong").text()).isEqualTo("viktigt");
		assertThat(text.select("a").attr("href")).isEqualTo("https://exempel.se");
		assertThat(text.select("li").eachText()).containsExactly("ett", "två");
	}

	/// Red when the renderer does not escape HTML, or does not clean addresses.
	@Test
	void runsNothingThatSomeoneWrote() {
		Element text = html("<script>alert(1)</script> <b onclick=x>fet</b>\n\n<iframe src=x></iframe>\n\n"
				+ "[ett](javascript:alert(1)) [två](data:text/html,x) ![bild](https://evil.example/x.png) "
				+ "[tre](https://a.example \"\\\"><script>\")");
		assertThat(text.select("script, b, iframe, img, [onclick]")).isEmpty();
		assertThat(text.select("a[href^=javascript], a[href^=data]")).isEmpty();
		assertThat(text.text()).contains("<b onclick=x>fet</b>");
	}

	private static Element html(String markdown) {
		return Jsoup.parseBodyFragment(Kit.render(Markdown.html(markdown))).body();
	}

}
