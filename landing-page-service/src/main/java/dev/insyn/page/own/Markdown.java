package dev.insyn.page.own;

import java.util.List;
import java.util.Set;

import gg.jte.Content;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/// The limited Markdown of a page's free text: paragraphs, emphasis, links, lists, quotes and sub-headings. HTML stands
/// there as text, images are left out, and links lead only to the web and to mail.
final class Markdown {

	private static final Parser PARSER = Parser.builder()
		.enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
		.build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("https", "http", "mailto")))
		.build();

	private Markdown() {
	}

	static Content html(String text) {
		Node document = PARSER.parse(text);
		document.accept(new Limiting());
		String html = RENDERER.render(document);
		return (output) -> output.writeContent(html);
	}

	/// Sub-headings begin at the second level, the first is the page's own; images go.
	private static final class Limiting extends AbstractVisitor {

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.clamp(heading.getLevel(), 2, 3));
			visitChildren(heading);
		}

		@Override
		public void visit(Image image) {
			image.unlink();
		}

	}

}
