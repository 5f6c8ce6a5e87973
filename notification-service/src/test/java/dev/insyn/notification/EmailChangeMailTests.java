package dev.insyn.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The mails of an address change, as people read them.
class EmailChangeMailTests {

	private static final TenantLook.Colours GREEN = new TenantLook.Colours("#1b4d4a", "#ffffff");

	private static final Instant UNTIL = Instant.parse("2026-11-20T22:40:00Z");

	private final EmailChangeMail mail = new EmailChangeMail(
			new ContactMail(new NotificationConfiguration().mailTemplates()));

	@Test
	void bringsTheCodeUntilWhenItWorksAndWhatToDoIfNobodyAsked() {
		MailContent content = code("sv");
		assertThat(content.subject()).isEqualTo("Din kod för att byta e-postadress hos Nordcykel AB")
			.doesNotContain("048");
		for (String half : List.of(content.text(), content.html())) {
			assertThat(half).contains("048 151", "till 23:40", "Har du inte bett om koden?", "frågar dig aldrig");
		}
		assertThat(content.html().substring(0, content.html().indexOf("<h1"))).as("what a mailbox shows in its list")
			.doesNotContain("048 151");
	}

	@Test
	void tellsTheOldAddressAndWhomToWriteTo() {
		MailContent content = changed("sv");
		assertThat(content.subject()).isEqualTo("Din e-postadress hos Nordcykel AB är bytt");
		for (String half : List.of(content.text(), content.html())) {
			assertThat(half).contains("20 nov. 2026 23:40", "Var det inte du?", "kundservice@nordcykel.example");
		}
	}

	/// Red when the new address or a name is written: the old mailbox may be another's by
	/// now, and the new one mistyped.
	@Test
	void namesNobody() {
		assertThat(code("sv").html() + changed("sv").html()).doesNotContain("anna@", "Anna");
	}

	@Test
	void wearsTheTenantsColourAndLoadsNothing() {
		assertThat(code("sv").html()).contains("background-color:#1b4d4a")
			.doesNotContain("<img", "<link", "<script", "url(", "@import", "src=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en", "da", "nb", "fi", "de" })
	void isWrittenInTheContactsLanguage(String language) throws IOException {
		for (Map.Entry<String, MailContent> written : Map.of("code", code(language), "changed", changed(language))
			.entrySet()) {
			MailContent content = written.getValue();
			assertThat(content.html()).contains("<html lang=\"" + language + "\"");
			assertThat(content.text() + content.subject()).contains("Nordcykel AB").doesNotContain("{", "}");
			Path file = Files.createDirectories(Path.of("target", "mails"))
				.resolve("email-" + written.getKey() + "-" + language + ".html");
			Files.writeString(file, content.html());
		}
		assertThat(code(language).text().equals(code("en").text())).isEqualTo(language.equals("en"));
	}

	@Test
	void speaksTheTenantsLanguageWhereTheContactsIsNotKnown() {
		assertThat(code("").text()).isEqualTo(code("sv").text());
		assertThat(code("is").text()).isEqualTo(code("sv").text());
	}

	private MailContent code(String language) {
		return this.mail.code(NotificationFixtures.nordcykel(), GREEN,
				new EmailChanges.Facts("anna@ny.example", "048151", UNTIL, null, language));
	}

	private MailContent changed(String language) {
		return this.mail.changed(NotificationFixtures.nordcykel(), GREEN,
				new EmailChanges.Facts("anna@gammal.example", null, null, UNTIL, language));
	}

}
