package dev.insyn.pagekit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import dev.insyn.pagekit.templates.JteerrorsGenerated;
import dev.insyn.pagekit.templates.JtefieldGenerated;
import dev.insyn.pagekit.templates.JtelayoutGenerated;
import dev.insyn.pagekit.templates.JtemessageGenerated;
import dev.insyn.pagekit.templates.JtenoticeGenerated;
import dev.insyn.pagekit.templates.JtepasskeyGenerated;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

/// The components, each as a piece of content that a service's own template puts where it wants:
/// `${Kit.field(texts, field)}`. They are compiled with page-kit, so a wrong argument does not compile.
public final class Kit {

	private Kit() {
	}

	/// A whole page around content, in the tenant's look.
	public static Content page(Frame frame, Content content) {
		return page(frame, content, null);
	}

	/// A whole page with something more in its foot.
	public static Content page(Frame frame, Content content, @Nullable Content foot) {
		return html((output) -> JtelayoutGenerated.render(output, null, frame, content, foot));
	}

	/// A whole page that says one thing.
	public static Content page(Frame frame, Message message) {
		return page(frame, message(message));
	}

	/// Heading, paragraphs and perhaps one button.
	public static Content message(Message message) {
		return html((output) -> JtemessageGenerated.render(output, null, message));
	}

	/// The error summary, which takes the focus when the page is loaded. Empty if there
	/// are no entries.
	public static Content errors(Texts texts, List<SummaryEntry> entries) {
		return html((output) -> {
			if (!entries.isEmpty()) {
				JteerrorsGenerated.render(output, null, texts, texts.count("summary", entries.size()), entries);
			}
		});
	}

	/// A box about the page as a whole.
	public static Content notice(Texts texts, Notice notice) {
		return html((output) -> JtenoticeGenerated.render(output, null, texts, notice, false));
	}

	/// A notice that is the page's main thing: its heading is the page's.
	public static Content headline(Texts texts, Notice notice) {
		return html((output) -> JtenoticeGenerated.render(output, null, texts, notice, true));
	}

	/// A form field with label, hint, error and input.
	public static Content field(Texts texts, FormField field) {
		return html((output) -> JtefieldGenerated.render(output, null, texts, field));
	}

	/// A form that the browser's authenticator fills in, by page-kit's script; without
	/// script, or where there is none, it is not there. It posts `credential`, as JSON.
	/// @param act `create` or `get`
	/// @param options what it is asked, as the standard's JSON form
	public static Content passkey(Texts texts, String action, String act, String options, String button,
			boolean strong) {
		return html((output) -> JtepasskeyGenerated.render(output, null, texts, action, act, options, button, strong));
	}

	/// Content as a string of HTML.
	public static String render(Content content) {
		StringOutput output = new StringOutput(16 * 1024);
		content.writeTo(new OwaspHtmlTemplateOutput(output));
		return output.toString();
	}

	/// Content as bytes in UTF-8, as they go over the wire.
	public static byte[] bytes(Content content) {
		return render(content).getBytes(StandardCharsets.UTF_8);
	}

	private static Content html(Consumer<HtmlTemplateOutput> template) {
		return (output) -> template.accept((HtmlTemplateOutput) output);
	}

}
