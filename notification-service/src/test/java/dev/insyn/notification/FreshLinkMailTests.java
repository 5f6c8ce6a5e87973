package dev.insyn.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The mail with a fresh link, as people read it.
class FreshLinkMailTests {

	private static final TenantLook.Colours GREEN = new TenantLook.Colours("#1b4d4a", "#ffffff");

	private static final String ADDRESS = "https://insyn.example/l/nordcykel.Q2hhbmdlT2ZFbWFpbFdpdGhBTG9uZ1NlY3JldEluSXQ";

	private final FreshLinkMail mail = new FreshLinkMail(
			new ContactMail(new NotificationConfiguration().mailTemplates()));

	@Test
	void bringsTheLinkAsAButtonAndInPlain() {
		MailContent content = written("sv", 1);
		assertThat(content.subject()).isEqualTo("Din nya länk till Nordcykel AB");
		assertThat(content.html()).contains("href=\"" + ADDRESS + "1\"", ">Öppna min sida</a>", ">" + ADDRESS + "1</a>",
				"background-color:#1b4d4a");
		assertThat(content.text()).contains("Öppna min sida:\n" + ADDRESS + "1");
	}

	@Test
	void saysWhichPageEachOfSeveralLeadsTo() {
		MailContent content = written("en", 2);
		assertThat(content.text()).contains("Page 1:\n" + ADDRESS + "1", "Page 2:\n" + ADDRESS + "2", "one to each");
	}

	/// What a mailbox shows in its list lights up on locked screens.
	@Test
	void keepsTheLinkOutOfSubjectAndPreview() {
		MailContent content = written("sv", 1);
		assertThat(content.subject() + content.html().substring(0, content.html().indexOf("<h1")))
			.doesNotContain("nordcykel.");
	}

	@Test
	void loadsNothing() {
		assertThat(written("sv", 2).html()).doesNotContain("<img", "<link", "<script", "url(", "@import", "src=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en", "da", "nb", "fi", "de" })
	void isWrittenInTheLanguageInWhichItWasAskedFor(String language) throws IOException {
		MailContent content = written(language, 1);
		assertThat(content.html()).contains("<html lang=\"" + language + "\"");
		assertThat(content.text() + content.subject()).contains("Nordcykel AB").doesNotContain("{", "}");
		assertThat(content.text().equals(written("en", 1).text())).isEqualTo(language.equals("en"));
		Path file = Files.createDirectories(Path.of("target", "mails")).resolve("fresh-link-" + language + ".html");
		Files.writeString(file, content.html());
	}

	@Test
	void waitsAsIdsAlone() {
		FreshLinkWish wish = new FreshLinkWish("sv", List.of("P05", "P07"));
		assertThat(FreshLinkWish.parse(wish.toString())).isEqualTo(wish).hasToString("sv P05 P07");
	}

	private MailContent written(String language, int links) {
		List<ContactMailWords.Button> buttons = java.util.stream.IntStream.rangeClosed(1, links)
			.mapToObj((i) -> new ContactMailWords.Button("Page " + i, ADDRESS + i))
			.toList();
		return this.mail.write(NotificationFixtures.nordcykel(), GREEN, MailTexts.in(language), buttons);
	}

}
