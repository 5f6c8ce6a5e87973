package dev.insyn.notification.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.insyn.notification.MailContent;
import dev.insyn.notification.TenantLook;
import dev.insyn.notification.WireForTests;
import dev.insyn.platform.tenancy.Tenant;
import dev.insyn.platform.tenancy.TenantId;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A mailing's mail, as people read it. Those who change it look at `target/mails/mailing-*.html`, wide and narrow, light and dark.
class WritingMailTests {

	private static final String LINK = "https://insyn.example/l/Zk3yV0b1tq8n4w2x6c9r5u7p1m3d8f0g2h4j6k8l0a2";

	private static final String EVIL = "Anna\r\nBcc: eve@evil.example\r\n\r\n<img src=x onerror=alert(1)>**fet** [a](http://evil.example)\u202E\u2028";

	private static final TenantLook.Colours GREEN = new TenantLook.Colours("#1b4d4a", "#ffffff");

	private static final byte[] LOGO = { (byte) 0x89, 'P', 'N', 'G' };

	private static final Tenant NORDCYKEL = new Tenant(new TenantId("nordcykel"), "Nordcykel AB", List.of("sv", "en"),
			ZoneId.of("Europe/Stockholm"), "SE", "kundservice@nordcykel.example");

	private static final String BODY = """
			Hej {{contact.first-name | du}}!

			Vi vill ha **rätt uppgifter** om dig och {{organisation.name | ditt företag}}. Titta igenom dem:

			_P05_Redigera egen data_

			## Varför?

			- Fakturor kommer fram
			- Vi ringer rätt nummer

			Mer på [vår sida](https://nordcykel.example/data?a=1&b=2), eller direkt _P05_här_.

			Vänliga hälsningar
			{{user.name}}""";

	private final WritingMail writing = new WritingMail(TemplateEngine.createPrecompiled(ContentType.Html));

	@Test
	void bringsTheButtonAndThePlainLinkUnderIt() throws IOException {
		MailContent mail = write(BODY, values("Anna", "Kundföretaget AB"), null);
		Document html = Jsoup.parse(mail.html());
		assertThat(html.select("td.button a").attr("href")).isEqualTo(LINK);
		assertThat(html.select("td.button a").text()).isEqualTo("Redigera egen data");
		assertThat(html.select("p.quiet a[href=" + LINK + "]").text()).isEqualTo(LINK);
		assertThat(html.select("a[href=" + LINK + "]")).as("button, plain link, and the one in the sentence")
			.hasSize(3);
		assertThat(html.text()).contains("Hej Anna!", "rätt uppgifter om dig och Kundföretaget AB",
				"Karin Åberg hos Nordcykel AB");
		assertThat(mail.text()).contains("Redigera egen data:\n" + LINK, "Hej Anna!", "- Fakturor kommer fram",
				"Karin Åberg hos Nordcykel AB");
		save("service", mail);
	}

	/// Red with an image, a pixel, or an address that was rewritten.
	@Test
	void loadsNothingAndRewritesNoLink() {
		MailContent mail = write(BODY + "\n\n![spion](https://evil.example/pixel.gif)", values("Anna", null), null);
		assertThat(mail.html()).contains("https://nordcykel.example/data?a=1&amp;b=2")
			.doesNotContain("<img", "<link", "<script", "url(", "@import", "src=", "pixel.gif");
	}

	/// The logo comes with the mail; where images are off its text stands there, in the
	/// ground's own ink. Red when it is loaded from an address, which would tell who
	/// reads
	/// when.
	@Test
	void carriesTheLogoAndLoadsItFromNowhere() throws IOException {
		TenantLook.Colours navy = new TenantLook.Colours("#0b5cad", "#ffffff", "#0a2f55", "#f0f4f8",
				new TenantLook.Logo("image/png", 211, 40, LOGO));
		MailContent mail = this.writing.write(NORDCYKEL,
				template(MailTemplate.Kind.SERVICE, "sv", new Words("Hej", "", BODY)), "sv", values("Anna", null), navy,
				null);
		Element logo = Jsoup.parse(mail.html()).expectFirst("td.head[bgcolor=#0a2f55] img");
		assertThat(logo.attr("src")).isEqualTo("cid:logo@insyn");
		assertThat(logo.attr("alt")).isEqualTo("Nordcykel AB");
		assertThat(logo.attr("style")).contains("color:#f0f4f8");
		assertThat(logo.attr("width")).isEqualTo("211");
		assertThat(mail.html()).doesNotContain("src=\"http", "url(");
		assertThat(mail.page())
			.contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(LOGO) + "\"")
			.doesNotContain("cid:");
		save("logo", new MailContent(mail.subject(), mail.page(), mail.text()));
	}

	@Test
	void saysOnlyInMarketingHowToGetNoMore() throws IOException {
		assertThat(write(BODY, values("Anna", null), null).html()).doesNotContain("unsubscribe");
		MailContent mail = write(BODY, values("Anna", null), "https://insyn.example/unsubscribe/abc");
		assertThat(mail.html()).contains("href=\"https://insyn.example/unsubscribe/abc\"");
		assertThat(mail.text()).contains("https://insyn.example/unsubscribe/abc");
		save("marketing", mail);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en", "da", "nb", "fi", "de" })
	void saysWhoSentItAndWhyInEachLanguage(String language) {
		CompiledTemplate template = template(MailTemplate.Kind.MARKETING, language, new Words("Hej", "", "Hej"));
		MailContent mail = this.writing.write(NORDCYKEL, template, language, values("Anna", null), GREEN, "https://x");
		assertThat(mail.html()).contains("<html lang=\"" + language + "\"");
		assertThat(mail.text()).contains("Karin Åberg", "Nordcykel AB").doesNotContain("{", "}");
	}

	/// Every kind of field that can stand in a subject.
	static Stream<String> fields() {
		return Stream.of("{{contact.first-name}}", "{{contact.phone}}", "{{contact.nothing | \u202Etrap}}",
				"{{organisation.name}}", "{{user.name}}", "{{user.email}}", "{{company.name}}", "{{company.email}}");
	}

	/// Walks over all of them, as far as to what the mail server gets. Red (the subject)
	/// without [dev.insyn.notification.HeaderText] around it, and without the escaping of
	/// what is put into HTML. On the wire two hold it off: without the one, the headers
	/// were still seen whole, as the mail library encodes and folds what has line breaks.
	@ParameterizedTest
	@MethodSource("fields")
	void letsNoValueAddAHeaderOrMarkup(String field) throws MessagingException {
		Tenant sly = new Tenant(NORDCYKEL.id(), EVIL, NORDCYKEL.languages(), NORDCYKEL.timeZone(), "SE", EVIL);
		CompiledTemplate template = template(MailTemplate.Kind.SERVICE, "sv",
				new Words("Hej " + field, field, "Hej " + field));
		MergeValues values = new MergeValues(Map.of("first-name", EVIL, "phone", EVIL), EVIL,
				Map.of("name", EVIL, "email", EVIL), Map.of());
		MailContent mail = this.writing.write(sly, template, "sv", values, GREEN, null);
		assertThat(mail.subject()).startsWith("Hej ").doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
		try (WireForTests wire = new WireForTests()) {
			MimeMessage sent = wire.sent(NORDCYKEL, mail);
			assertThat(Collections.list(sent.getAllHeaders())).extracting(Header::getName)
				.containsExactlyInAnyOrder("Date", "From", "Reply-To", "To", "Message-ID", "Subject", "MIME-Version",
						"Content-Type", "Auto-Submitted", "X-Auto-Response-Suppress");
			assertThat(sent.getSubject()).isEqualTo(mail.subject());
		}
		Document html = Jsoup.parse(mail.html());
		assertThat(html.select("img, script")).isEmpty();
		assertThat(html.select("a[href*=evil]:not([href^=mailto])")).isEmpty();
		assertThat(html.select("strong")).as("values are no Markdown").isEmpty();
	}

	/// Red when the page's text or the address is put in as it is.
	@Test
	void escapesThePagesTextAndItsAddress() {
		MailContent mail = write("_P05_<b>Hej</b> \"du\"_", new MergeValues(Map.of(), null, Map.of(),
				Map.of("P05", "https://insyn.example/l/a\"><script>alert(1)</script>")), null);
		assertThat(Jsoup.parse(mail.html()).select("script, td.button b")).isEmpty();
	}

	@Test
	void saysWhichFieldsAContactLacks() {
		CompiledTemplate template = template(MailTemplate.Kind.SERVICE, "sv", new Words("{{contact.phone}}", "",
				"{{contact.first-name | du}} {{organisation.name}} {{contact.phone}}"));
		assertThat(template.lacking("sv", values("Anna", null))).containsExactly("contact.phone", "organisation.name");
	}

	@Test
	void findsWhatIsWrongWithTheWords() {
		CompiledTemplate template = template(MailTemplate.Kind.SERVICE, "sv",
				new Words("_P05_Nej_", "", "[Hej](https://x.example/{{contact.phone}}) {{contact.}}"));
		assertThat(template.findings()).extracting(Finding::code)
			.containsExactlyInAnyOrder(Finding.Code.PAGE_OUTSIDE_BODY, Finding.Code.FIELD_IN_ADDRESS,
					Finding.Code.NOT_UNDERSTOOD);
		assertThat(new CompiledTemplate(
				new MailTemplate("-", MailTemplate.Kind.SERVICE, Map.of(), Instant.EPOCH, "user:x"))
			.findings()).extracting(Finding::code).containsExactly(Finding.Code.NO_WORDS);
	}

	private MailContent write(String body, MergeValues values, @Nullable String stop) {
		MailTemplate.Kind kind = (stop != null) ? MailTemplate.Kind.MARKETING : MailTemplate.Kind.SERVICE;
		return this.writing.write(NORDCYKEL,
				template(kind, "sv", new Words("Stämmer dina uppgifter, {{contact.first-name | du}}?",
						"Det tar en minut att se efter.", body)),
				"sv", values, GREEN, stop);
	}

	private static CompiledTemplate template(MailTemplate.Kind kind, String language, Words words) {
		return new CompiledTemplate(new MailTemplate("Mall", kind, Map.of(language, words), Instant.EPOCH, "user:u"));
	}

	private static MergeValues values(String name, @Nullable String organisation) {
		return new MergeValues(new HashMap<>(Map.of("first-name", name)), organisation,
				Map.of("name", "Karin Åberg", "email", "karin@nordcykel.example"), Map.of("P05", LINK));
	}

	private static void save(String name, MailContent mail) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "mails"));
		Files.writeString(folder.resolve("mailing-" + name + ".html"), mail.html());
		Files.writeString(folder.resolve("mailing-" + name + ".txt"), mail.text());
	}

}
