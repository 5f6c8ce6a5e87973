package dev.insyn.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The mail about another way into the portal, as people read it.
class AccessAddedMailTests {

	private static final TenantLook.Colours GREEN = new TenantLook.Colours("#1b4d4a", "#ffffff");

	private final AccessAddedMail mail = new AccessAddedMail(
			new ContactMail(new NotificationConfiguration().mailTemplates()), "https://insyn.example");

	@Test
	void saysWhatWasAddedWhenAndWhatToDoIfItWasSomebodyElse() {
		MailContent content = written("passkey", "sv");
		assertThat(content.subject()).isEqualTo("Ett nytt sätt att logga in hos Nordcykel AB");
		assertThat(content.text()).contains("En nyckel har lagts till", "20 nov. 2026 23:30", "Var det inte du?",
				"https://insyn.example/portal/nordcykel/access");
		assertThat(written("device", "sv").text()).contains("En enhet är ihågkommen").doesNotContain("nyckel");
	}

	/// To go red where a language's usual country decides: "Nov 20, 2026, 11:30 PM".
	@Test
	void writesTimesAsTheyAreWrittenWhereTheTenantIs() {
		assertThat(written("passkey", "en").text()).contains("On 20 Nov 2026, 23:30 a passkey");
	}

	@Test
	void speaksTheTenantsLanguageWhereTheContactsIsNotKnown() {
		assertThat(written("passkey", "").text()).isEqualTo(written("passkey", "sv").text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en", "da", "nb", "fi", "de" })
	void isWrittenInTheContactsLanguage(String language) throws IOException {
		for (String way : new String[] { "passkey", "device" }) {
			MailContent content = written(way, language);
			assertThat(content.html()).contains("<html lang=\"" + language + "\"");
			assertThat(content.text() + content.subject()).contains("Nordcykel AB").doesNotContain("{", "}");
			assertThat(content.text().equals(written(way, "en").text())).isEqualTo(language.equals("en"));
			Path file = Files.createDirectories(Path.of("target", "mails"))
				.resolve("access-added-" + way + "-" + language + ".html");
			Files.writeString(file, content.html());
		}
	}

	private MailContent written(String way, String language) {
		return this.mail.write(NotificationFixtures.nordcykel(), GREEN, new AddedAccess(way, language),
				NotificationFixtures.FRIDAY_EVENING);
	}

}
