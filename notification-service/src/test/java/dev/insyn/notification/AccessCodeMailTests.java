package dev.insyn.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The mail with a code for the portal or a page, as people read it.
class AccessCodeMailTests {

	private static final TenantLook.Colours GREEN = new TenantLook.Colours("#1b4d4a", "#ffffff");

	private static final Instant UNTIL = Instant.parse("2026-11-20T22:40:00Z");

	private final AccessCodeMail mail = new AccessCodeMail(
			new ContactMail(new NotificationConfiguration().mailTemplates()));

	/// Red when the code is put into the subject: there it lights up on a locked phone.
	@Test
	void bringsTheCodeInItsBodyAlone() {
		MailContent content = write("sv");
		assertThat(content.subject()).isEqualTo("Din kod hos Nordcykel AB").doesNotContain("048");
		for (String half : List.of(content.text(), content.html())) {
			assertThat(half).contains("048 151", "till 23:40", "Har du inte bett om någon kod?", "frågar dig aldrig");
		}
		assertThat(content.html().substring(0, content.html().indexOf("<h1"))).as("what a mailbox shows in its list")
			.doesNotContain("048 151");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en", "da", "nb", "fi", "de" })
	void isWrittenInTheLanguageOfWhoeverAsked(String language) throws IOException {
		MailContent content = write(language);
		assertThat(content.html()).contains("<html lang=\"" + language + "\"", "background-color:#1b4d4a")
			.doesNotContain("<img", "<link", "<script", "url(", "src=");
		assertThat(content.text() + content.subject()).contains("Nordcykel AB").doesNotContain("{", "}");
		assertThat(content.text().equals(write("en").text())).isEqualTo(language.equals("en"));
		Path file = Files.createDirectories(Path.of("target", "mails")).resolve("access-code-" + language + ".html");
		Files.writeString(file, content.html());
	}

	@Test
	void speaksTheTenantsLanguageWhereTheReadersIsNotKnown() {
		assertThat(write("is").text()).isEqualTo(write("sv").text());
	}

	private MailContent write(String language) {
		return this.mail.write(NotificationFixtures.nordcykel(), GREEN,
				new AccessCodes.Code("048151", UNTIL, language));
	}

}
