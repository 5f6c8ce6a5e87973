package dev.insyn.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import gg.jte.TemplateEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageUsedMailTests {

	private final TemplateEngine templates = new NotificationConfiguration().mailTemplates();

	private final PageUsedMail mail = new PageUsedMail(NotificationFixtures.settings(), this.templates);

	private final PageRules rules = NotificationFixtures.p05("karin@nordcykel.example");

	private MailContent write(String name, String... fields) {
		return this.mail.write(NotificationFixtures.nordcykel(), this.rules, NotificationFixtures.use(fields), name);
	}

	@Test
	void saysWhoWhichPageWhichFieldsWhenAndWhy() {
		MailContent content = write("Anna Lindqvist", "phone", "email");
		assertThat(content.subject()).isEqualTo("Anna Lindqvist har ändrat sina uppgifter");
		for (String half : List.of(content.text(), content.html())) {
			assertThat(half).contains("Anna Lindqvist", "Nordcykel AB", "Redigera egna data", "P05", "E-post",
					"Telefon", "20 nov. 2026 23:30", "Du får det här mejlet för att din adress står i reglerna");
		}
	}

	@Test
	void namesFieldsInThePagesOrderAndLeavesOutHiddenOnes() {
		assertThat(write("Anna", "updated-on", "phone", "email").text()).contains("  * E-post\n  * Telefon\n")
			.doesNotContain("updated-on");
	}

	@Test
	void saysSoWhenOnlyHiddenFieldsChanged() {
		MailContent content = write("Anna", "updated-on");
		assertThat(content.text()).contains("Inget fält som kontakten ser");
		assertThat(content.html()).contains("Inget fält som kontakten ser").doesNotContain("Ändrade fält");
	}

	/// Red when the template engine is given the content type Plain.
	@Test
	void showsMarkupInANameAsText() {
		MailContent content = write("<img src=x onerror=alert(1)> & Co", "phone");
		assertThat(content.html()).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt; &amp; Co");
		assertThat(content.text()).contains("<img src=x onerror=alert(1)> & Co");
	}

	@Test
	void readsNothingInANameAsAPattern() {
		assertThat(write("{0} {page} ' '' ${x}", "phone").subject())
			.isEqualTo("{0} {page} ' '' ${x} har ändrat sina uppgifter");
	}

	@Test
	void callsSomeoneWithoutANameAContact() {
		assertThat(write(" \n ", "phone").subject()).isEqualTo("En kontakt har ändrat sina uppgifter");
	}

	@Test
	void leadsToTheContactInTheCrm() {
		MailContent content = write("Anna", "phone");
		assertThat(content.html()).contains("href=\"https://crm.example/nordcykel/contacts/anna-7\"");
		assertThat(content.text()).contains("Öppna kontakten:\nhttps://crm.example/nordcykel/contacts/anna-7\n");
	}

	@Test
	void hasNoButtonThatLeadsNowhere() {
		PageUsedMail linkless = new PageUsedMail(NotificationFixtures.settings(""), this.templates);
		MailContent content = linkless.write(NotificationFixtures.nordcykel(), this.rules,
				NotificationFixtures.use("phone"), "Anna");
		assertThat(content.html()).doesNotContain("<a ");
		assertThat(content.text()).doesNotContain("Öppna");
	}

	/// Mail programs block what a mail wants to load; there must be nothing.
	@Test
	void loadsNothing() {
		assertThat(write("Anna", "phone").html()).doesNotContain("<img", "<link", "<script", "url(", "@import", "src=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en", "da", "nb", "fi", "de" })
	void isWrittenInTheTenantsFirstLanguage(String language) {
		MailContent content = this.mail.write(NotificationFixtures.nordcykel(language), this.rules,
				NotificationFixtures.use("phone"), "Anna Lindqvist");
		String english = this.mail
			.write(NotificationFixtures.nordcykel("en"), this.rules, NotificationFixtures.use("phone"),
					"Anna Lindqvist")
			.text();
		assertThat(content.html()).contains("<html lang=\"" + language + "\"");
		assertThat(content.text()).contains("Anna Lindqvist", "2026").doesNotContain("{", "}");
		assertThat(content.text().equals(english)).isEqualTo(language.equals("en"));
	}

	/// Not a claim but a picture book: `target/mails/*.html` for whoever changes the
	/// template, to be looked at in a browser at 600 and 390 px, light and dark.
	@ParameterizedTest
	@CsvSource({ "usual, Anna Lindqvist, phone email address", "hidden, Anna Lindqvist, updated-on",
			"long, Maximiliana-Alexandra Wolfeschlegelsteinhausenbergerdorff-Öberg, phone" })
	void leavesASampleToLookAt(String sample, String name, String fields) throws IOException {
		Path file = Files.createDirectories(Path.of("target", "mails")).resolve(sample + ".html");
		Files.writeString(file, write(name, fields.split(" ")).html());
		assertThat(file).isNotEmptyFile();
	}

	@Test
	void isWrittenInEnglishWhereThereAreNoTexts() {
		assertThat(MailTexts.in("is").get("fields")).isEqualTo("Changed fields");
	}

}
