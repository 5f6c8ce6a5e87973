package dev.insyn.pagekit.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTests {

	private static final String MARKUP = "\"><script>alert(1)</script>'&{0}";

	private final Texts texts = TextBook.console().in("en");

	private final ConsoleUser user = new ConsoleUser("nordcykel", "Nordcykel AB", "Kim", 10, "en");

	@Test
	void speaksSwedishAndEnglishInFull() throws IOException {
		Properties english = read("en");
		Properties swedish = read("sv");
		assertThat(new TreeSet<>(swedish.stringPropertyNames()))
			.isEqualTo(new TreeSet<>(english.stringPropertyNames()));
		english.stringPropertyNames()
			.forEach((key) -> assertThat(placeholders(swedish.getProperty(key))).as(key)
				.isEqualTo(placeholders(english.getProperty(key))));
		assertThat(TextBook.console().in("da").get("console.sign-out")).isEqualTo("Sign out");
	}

	/// Red when a template writes with `$unsafe{}`; tried with the label of `action.jte`.
	@Test
	void showsMarkupInEveryValueAsText() {
		Texts marked = this.texts;
		ConsoleUser odd = new ConsoleUser("nordcykel", MARKUP, MARKUP, 99, "en");
		ConsoleFrame frame = ConsoleFrame.of(marked, MARKUP, Section.THEMES, odd)
			.under(MARKUP, MARKUP)
			.lead(MARKUP)
			.state(Badge.bad(MARKUP))
			.tab(MARKUP, MARKUP, false)
			.action(Action.post(MARKUP, MARKUP).with(MARKUP, MARKUP))
			.more(Action.ask(MARKUP, MARKUP, MARKUP));
		Table table = Table.of("t", MARKUP, TableQuery.of("/x", Map.of("q", new String[] { MARKUP })))
			.search(MARKUP)
			.filter(Filter.choice(MARKUP, MARKUP, List.of(Choice.of(MARKUP, MARKUP))))
			.columns(Column.of(MARKUP).sorted(MARKUP), Column.of(MARKUP), Column.of(MARKUP), Column.of(MARKUP))
			.rows(List.of(Row.to(MARKUP, Cell.text(MARKUP, MARKUP), Cell.id(marked, MARKUP), Cell.code(MARKUP),
					Cell.masked(marked, MARKUP))))
			.paging(Paging.more(MARKUP));
		Field field = Field.text("n", MARKUP).value(MARKUP).hint(MARKUP).error(MARKUP).unit(MARKUP);
		Document page = Jsoup.parse(Kit.render(Console.page(frame, Console.table(marked, table),
				Console.form(marked, Form.post("f", MARKUP).hidden(MARKUP, MARKUP).fields(field)),
				Console.dialog(marked, Dialog.of("d", MARKUP, Action.post(MARKUP, MARKUP), MARKUP, MARKUP)),
				Console.differences(marked, MARKUP, MARKUP, List.of(new Difference(MARKUP, MARKUP, MARKUP + "x"))),
				Console.chooser(marked,
						new Chooser(MARKUP, MARKUP, MARKUP, List.of(new Chooser.Found(MARKUP, MARKUP, MARKUP)),
								MARKUP)),
				Console.progress(marked, Progress.unknown("p", MARKUP, MARKUP, MARKUP)), Console.sortable(marked,
						Sortable.of("s", MARKUP, MARKUP, List.of(Sortable.Item.of(MARKUP, MARKUP)))))));
		assertThat(page.select("script:not([src])")).isEmpty();
		assertThat(page.select("script").eachAttr("src")).allMatch((address) -> address.startsWith("/page-kit/"));
		assertThat(page.select("h1").text()).isEqualTo(MARKUP);
		assertThat(page.select("[style], style, [onclick], [hx-on]")).isEmpty();
	}

	@Test
	void leavesOutOfTheNavigationWhatTheLevelDoesNotReach() {
		Document page = Jsoup
			.parse(Kit.render(Console.page(ConsoleFrame.of(this.texts, "Audit", Section.AUDIT, this.user))));
		assertThat(page.select(".sections a").eachAttr("href")).contains("/admin/audit", "/admin/account")
			.doesNotContain("/admin/users");
		assertThat(page.select(".sections [aria-current]").attr("href")).isEqualTo("/admin/audit");
	}

	/// Red when the toast takes the word itself.
	@Test
	void takesNoWordsFromTheAddress() {
		ConsoleFrame frame = ConsoleFrame.of(this.texts, "Themes", Section.THEMES, this.user);
		assertThat(frame.done("saved").done()).isEqualTo("Saved");
		assertThat(frame.done("Your account is locked, call 070-123 45 67").done()).isNull();
		assertThat(frame.done("no-such-text").done()).isNull();
		assertThat(frame.done(null).done()).isNull();
	}

	@Test
	void readsATableFromItsAddress() {
		TableQuery query = TableQuery.of("/admin/contacts",
				Map.of("q", new String[] { " anna " }, "sort", new String[] { "-name" }, "page", new String[] { "3" },
						"state", new String[] { "" }, "done", new String[] { "saved" }));
		assertThat(query.search()).isEqualTo("anna");
		assertThat(query.page()).isEqualTo(3);
		assertThat(query.sort("-changed", "name")).isEqualTo(new Sort("name", true));
		assertThat(query.sort("-changed", "state")).isEqualTo(new Sort("changed", true));
		assertThat(query.value("state")).isEmpty();
		assertThat(query.with("state", "å&b")).startsWith("/admin/contacts?")
			.contains("state=%C3%A5%26b")
			.doesNotContain("page=")
			.doesNotContain("done=");
	}

	@ParameterizedTest
	@CsvSource({ "0", "-1", "1.5", "99999999", "'1 or 1=1'" })
	void readsAnOddPageAsTheFirst(String number) {
		assertThat(TableQuery.of("/x", Map.of("page", new String[] { number })).page()).isEqualTo(1);
	}

	@Test
	void showsTheFirstPageTheLastAndThoseAround() {
		assertThat(Paging.numbered(50, 20, 2000).numbers()).containsExactly(1, 0, 49, 50, 51, 0, 100);
		assertThat(Paging.numbered(1, 20, 0).numbers()).containsExactly(1);
		assertThat(Paging.numbered(9, 20, 21).page()).isEqualTo(2);
	}

	@Test
	void knowsTheOrderThatAMoveMeans() {
		List<String> order = List.of("a", "b", "c");
		assertThat(Sortable.order(order, "up:c")).containsExactly("a", "c", "b");
		assertThat(Sortable.order(order, "down:a")).containsExactly("b", "a", "c");
		assertThat(Sortable.order(order, "up:a")).isEqualTo(order);
		assertThat(Sortable.order(order, "down:x")).isEqualTo(order);
		assertThat(Sortable.order(order, null)).isEqualTo(order);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21T14:19:30Z, nyss", "2026-11-21T14:00:00Z, för 20 min sedan",
			"2026-11-21T03:00:00Z, för 11 tim sedan", "2026-11-20T22:30:00Z, i går 23:30",
			"2026-11-22T08:00:00Z, i morgon 09:00", "2026-11-17T08:00:00Z, för 4 dagar sedan",
			"2026-10-01T08:00:00Z, 1 okt.", "2025-12-24T08:00:00Z, 24 dec. 2025" })
	void saysTimesAsPeopleDo(Instant moment, String words) {
		assertThat(times("2026-11-21T14:20:00Z").inWords(moment)).isEqualTo(words);
	}

	@Test
	void saysDaysAsPeopleDo() {
		Times times = times("2026-11-20T23:30:00Z");
		assertThat(times.inWords(LocalDate.of(2026, 11, 21))).isEqualTo("i dag");
		assertThat(times.inWords(LocalDate.of(2026, 11, 24))).isEqualTo("om 3 dagar");
	}

	@Test
	void marksOnlyTheWordsThatDiffer() {
		assertThat(Words.of("Här ser du vad vi har", "Här visas vad vi har")).containsExactly(new Words("Här ", false),
				new Words("ser du ", true), new Words("vad vi har", false));
		assertThat(Words.of("", "x")).containsExactly(new Words("", true));
	}

	@ParameterizedTest
	@CsvSource({ "anna@nordcykel.example, a•••@nordcykel.example", "070-123 45 67, ••• 67", "Kim, •••",
			"𝒜nna@x.se, 𝒜•••@x.se" })
	void masksPersonalValues(String value, String mask) {
		assertThat(Cell.mask(value)).isEqualTo(mask);
	}

	private static Times times(String now) {
		return new Times(TextBook.console().in("sv"), ZoneId.of("Europe/Stockholm"),
				Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
	}

	private static List<String> placeholders(String text) {
		return Pattern.compile("\\{\\w+}").matcher(text).results().map((match) -> match.group()).sorted().toList();
	}

	private static Properties read(String language) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(ConsoleTests.class
					.getResourceAsStream("/dev/insyn/pagekit/console/texts/" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

}
