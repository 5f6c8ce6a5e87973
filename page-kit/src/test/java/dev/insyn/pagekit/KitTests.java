package dev.insyn.pagekit;

import java.util.List;

import dev.insyn.pagekit.FieldFrame.Mark;
import dev.insyn.pagekit.FormField.Option;
import dev.insyn.pagekit.FormField.Width;
import gg.jte.Content;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KitTests {

	private static final String MARKUP = "\"><script>alert(1)</script>'&{0}";

	private final Texts texts = TextBook.common().in("sv");

	@Test
	void tiesLabelHintAndErrorToTheInput() {
		Element field = html(Kit.field(this.texts,
				FormField.Text.line(
						new FieldFrame("address.line1", "Gata", "Som på brev", "Fyll i gata", Mark.REQUIRED),
						"Ågatan 1", Width.LONG)));
		Element input = field.expectFirst("input");
		assertThat(input.id()).isEqualTo("f-address-line1");
		assertThat(field.expectFirst("label").attr("for")).isEqualTo(input.id());
		assertThat(field.expectFirst("label").text()).isEqualTo("Gata (obligatoriskt)");
		for (String id : input.attr("aria-describedby").split(" ")) {
			assertThat(field.getElementById(id)).as(id).isNotNull();
		}
		assertThat(input.attr("aria-invalid")).isEqualTo("true");
		assertThat(input.hasAttr("required")).isTrue();
	}

	@Test
	void leavesOutWhatAFieldDoesNotHave() {
		Element input = html(Kit.field(this.texts,
				FormField.Text.line(new FieldFrame("title", "Titel", null, null, Mark.NONE), "", Width.MEDIUM)))
			.expectFirst("input");
		for (String attribute : List.of("aria-describedby", "aria-invalid", "required", "maxlength", "inputmode")) {
			assertThat(input.hasAttr(attribute)).as(attribute).isFalse();
		}
	}

	/// Red when a template writes a value with `$unsafe{}`; tried with the value of
	/// `text.jte`.
	@Test
	void showsMarkupInEveryValueAsText() {
		FieldFrame frame = new FieldFrame(MARKUP, MARKUP, MARKUP, MARKUP, Mark.OPTIONAL);
		List<Option> options = List.of(new Option(MARKUP, MARKUP, true));
		List<FormField> fields = List.of(FormField.Text.line(frame, MARKUP, Width.TINY),
				new FormField.Text(frame, MARKUP, MARKUP, MARKUP, MARKUP, Width.TINY, 5, 4),
				new FormField.Radios(frame, options), new FormField.Checkboxes(frame, options),
				new FormField.Select(frame, options, MARKUP, Width.LONG));
		Brand brand = new Brand(MARKUP, MARKUP, MARKUP, MARKUP, MARKUP, MARKUP, MARKUP);
		Message message = Message.of(MARKUP, MARKUP).post(MARKUP, MARKUP).note(MARKUP);
		Content content = (output) -> {
			Kit.field(this.texts, new FormField.Group(frame, fields)).writeTo(output);
			Kit.message(message).writeTo(output);
			Kit.errors(this.texts, List.of(new SummaryEntry(MARKUP, MARKUP), new SummaryEntry(null, MARKUP)))
				.writeTo(output);
			Kit.notice(this.texts, Notice.of(Notice.Kind.WARNING, MARKUP, MARKUP)).writeTo(output);
		};
		Frame frameOfPage = new Frame(this.texts, MARKUP, brand,
				List.of(new LanguageLink("sv", MARKUP, true), new LanguageLink("en", MARKUP, false)));
		Document page = Jsoup.parse(Kit.render(Kit.page(frameOfPage, content)));
		assertThat(page.select("script")).isEmpty();
		assertThat(page.select("h1").text()).isEqualTo(MARKUP);
		assertThat(page.expectFirst("textarea").wholeText().strip()).isEqualTo(MARKUP);
		assertThat(page.expectFirst("input[type=radio]").val()).isEqualTo(MARKUP);
	}

	/// HTML drops the first line break of a textarea, so the template writes one more.
	@Test
	void keepsALeadingLineBreakOfATextarea() {
		FieldFrame frame = new FieldFrame("notes", "Anteckning", null, null, Mark.NONE);
		String html = Kit.render(
				Kit.field(this.texts, new FormField.Text(frame, "\nrad två", "text", null, null, Width.LONG, null, 4)));
		assertThat(html).contains(">\n\nrad två</textarea>");
	}

	@Test
	void leadsFromTheSummaryToTheFirstChoice() {
		Element group = html(Kit.field(this.texts,
				new FormField.Radios(new FieldFrame("newsletter", "Nyhetsbrev", null, "Välj", Mark.REQUIRED),
						List.of(new Option("true", "Ja", false), new Option("false", "Nej", false)))));
		assertThat(group.select("input").eachAttr("id")).containsExactly("f-newsletter", "f-newsletter-2");
	}

	@Test
	void hasNoStyleOrScriptOfItsOwnInThePage() {
		Document page = Jsoup.parse(Kit
			.render(Kit.page(new Frame(this.texts, "Titel", Brand.named("Nordcykel AB")), Message.of("Hej", "Text"))));
		assertThat(page.select("[style], style, script, [onclick]")).isEmpty();
		assertThat(page.title()).isEqualTo("Titel – Nordcykel AB");
		assertThat(page.select("link[rel=stylesheet]").attr("href")).isEqualTo(Assets.url("insyn.css"));
		assertThat(page.expectFirst("html").attr("lang")).isEqualTo("sv");
	}

	@Test
	void servesItsFilesOnlyUnderTheirHash() {
		String[] path = Assets.url("insyn.css").split("/");
		assertThat(Assets.find(path[2], "insyn.css")).isPresent();
		assertThat(Assets.find("000000000000", "insyn.css")).isEmpty();
		assertThat(Assets.find(path[2], "../texts/sv.properties")).isEmpty();
	}

	private static Element html(Content content) {
		return Jsoup.parseBodyFragment(Kit.render(content)).body();
	}

}
