package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// The limited Markdown of a mail: paragraphs, emphasis, links, lists, quotes, sub-headings. HTML stands there as text, images
/// are left out (each would tell who read the mail when), links lead to the web and to mail and are not rewritten.
final class MarkdownMail {

	private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

	private static final String TEXT = FONT + "font-size:16px;line-height:25px;color:#1b1e23;overflow-wrap:anywhere";

	/// Mail programs read styles on the elements alone; classes are for the dark.
	private static final Map<String, String> STYLES = Map.of("p", "margin:0 0 16px;" + TEXT, "h2",
			"margin:24px 0 8px;" + FONT + "font-size:20px;line-height:27px;font-weight:600;color:#1b1e23", "h3",
			"margin:20px 0 6px;" + FONT + "font-size:16px;line-height:25px;font-weight:600;color:#1b1e23", "ul",
			"margin:0 0 16px;padding:0 0 0 22px;" + TEXT, "ol", "margin:0 0 16px;padding:0 0 0 24px;" + TEXT, "li",
			"margin:0 0 6px", "blockquote", "margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #dfe2e7",
			"hr", "margin:24px 0;border:0;border-top:1px solid #dfe2e7", "a",
			"color:#1b1e23;text-decoration:underline");

	private static final Parser PARSER = Parser.builder()
		.enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
		.build();

	private static final HtmlRenderer HTML = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("https", "http", "mailto")))
		.softbreak("<br>\n")
		.attributeProviderFactory((context) -> styles())
		.build();

	private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
		.lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
		.build();

	private final Node document;

	private final List<String> fieldsInAddresses = new ArrayList<>();

	MarkdownMail(String words) {
		this.document = PARSER.parse(words);
		this.document.accept(new Limiting());
	}

	String html() {
		return HTML.render(this.document);
	}

	String plain() {
		return PLAIN.render(this.document);
	}

	/// The texts of links whose address would hold a merge field; they are no links.
	List<String> fieldsInAddresses() {
		return this.fieldsInAddresses;
	}

	private static AttributeProvider styles() {
		return (node, tag, attributes) -> {
			String style = STYLES.get(tag);
			if (style != null) {
				attributes.put("style", style);
				attributes.put("class", tag.equals("blockquote") || tag.equals("hr") ? "line" : "ink");
			}
			attributes.remove("rel");
		};
	}

	private final class Limiting extends AbstractVisitor {

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.clamp(heading.getLevel() + 1, 2, 3));
			visitChildren(heading);
		}

		@Override
		public void visit(Image image) {
			image.unlink();
		}

		@Override
		public void visit(Link link) {
			if (link.getDestination().indexOf(MergeSyntax.OPEN) >= 0) {
				MarkdownMail.this.fieldsInAddresses
					.add((link.getFirstChild() instanceof Text text) ? text.getLiteral() : "");
				while (link.getFirstChild() != null) {
					link.insertBefore(link.getFirstChild());
				}
				link.unlink();
			}
			else {
				link.setTitle(null);
				visitChildren(link);
			}
		}

	}

}
