package dev.insyn.pagekit.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.insyn.pagekit.Kit;
import dev.insyn.pagekit.Notice;
import dev.insyn.pagekit.TextBook;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;

/// Every component of the console in every state, with words of real length.
final class Gallery {

	static final List<String> SCREENS = List.of("/admin/pages", "/admin/pages?q=finns+inte", "/admin/pages/P05",
			"/admin/contacts", "/admin/choose", "/admin/choose?none=1", "/admin/themes", "/admin/themes/wrong",
			"/admin/field-catalogue", "/admin/audit", "/admin/activities", "/admin/users", "/admin/account",
			"/admin/remove", "/admin/broken");

	private static final Instant NOW = Instant.parse("2026-11-21T14:20:00Z");

	private static final List<String> NAMES = List.of("Redigera egna uppgifter", "Bekräfta leveransadress",
			"Samtycke till nyhetsbrev och inbjudningar till provkörningar hos återförsäljare i närheten",
			"Uppdatera faktureringsuppgifter", "Mina cyklar", "Personal: närmast anhörig", "Mässan i Älvsjö 2026");

	private final Map<String, Function<TableQuery, Content>> screens = new LinkedHashMap<>();

	private final Texts texts;

	private final boolean swedish;

	private final ConsoleUser user;

	private final Times times;

	Gallery(String language, String tenant, int level) {
		this.texts = TextBook.console().in(language);
		this.swedish = language.equals("sv");
		this.user = new ConsoleUser(tenant,
				tenant.equals("nordcykel") ? "Nordcykel AB" : "Kommunförbundet för de nordligaste länens skärgårdar",
				"Kristina Bergström-Åkerlund", level, language);
		this.times = new Times(this.texts, ZoneId.of("Europe/Stockholm"), Clock.fixed(NOW, ZoneOffset.UTC));
		this.screens.put("/admin/pages", this::pages);
		this.screens.put("/admin/pages/P05", this::page);
		this.screens.put("/admin/contacts", this::contacts);
		this.screens.put("/admin/choose", this::choosing);
		this.screens.put("/admin/themes", this::theme);
		this.screens.put("/admin/themes/wrong", this::themeRefused);
		this.screens.put("/admin/field-catalogue", this::fields);
		this.screens.put("/admin/audit", this::audit);
		this.screens.put("/admin/activities", this::activities);
		this.screens.put("/admin/users", this::users);
		this.screens.put("/admin/account", this::account);
		this.screens.put("/admin/remove", this::remove);
	}

	Content screen(TableQuery query) {
		return this.screens.getOrDefault(query.path(), this::broken).apply(query);
	}

	private String say(String swedish, String english) {
		return this.swedish ? swedish : english;
	}

	private ConsoleFrame frame(String title, Section section) {
		return ConsoleFrame.of(this.texts, title, section, this.user);
	}

	private Content pages(TableQuery query) {
		String title = say("Landningssidor", "Landing pages");
		Table table = Table.of("pages", title, query)
			.search(say("Sök på namn eller nummer", "Search name or number"))
			.filter(Filter.choice("state", say("Läge", "State"),
					List.of(Choice.of("draft", say("Utkast", "Draft")),
							Choice.of("published", say("Publicerad", "Published")))))
			.columns(Column.of(say("Sida", "Page")).sorted("name"), Column.of(say("Läge", "State")),
					Column.number(say("Öppnad", "Opened")).sorted("opened"), Column.of(say("Nummer", "Number")).minor(),
					Column.of(say("Ändrad", "Changed")).sorted("changed"))
			.sorted(query.sort("-changed", "name", "opened"))
			.paging(Paging.numbered(query.page(), 20, 2000))
			.total(2000);
		if (query.search().isEmpty()) {
			table.rows(IntStream.range(0, 20).mapToObj(this::pageRow).toList());
		}
		else {
			table.total(0).paging(Paging.none());
		}
		return Console.page(frame(title, Section.LANDING_PAGES)
			.lead(say("Sidor där kontakter ser och rättar sina egna uppgifter.",
					"Pages on which contacts see and correct their own data."))
			.action(Action.link(say("Importera", "Import"), "/admin/pages/import"))
			.action(Action.link(say("Ny sida", "New page"), "/admin/pages/new").primary())
			.done(query.value("said").orElse(null)), Console.table(this.texts, table));
	}

	private Row pageRow(int number) {
		Badge badge = switch (number % 4) {
			case 0 -> Badge.good(say("Publicerad", "Published"));
			case 1 -> Badge.neutral(say("Utkast", "Draft"));
			case 2 -> Badge.warning(say("Ändrad sedan publicering", "Changed since published"));
			default -> Badge.neutral(say("Arkiverad", "Archived"));
		};
		return Row.to("/admin/pages/P05", Cell.text(NAMES.get(number % NAMES.size())), Cell.state(badge),
				Cell.number(this.texts, number * 1377L), Cell.code("P%02d".formatted(number + 1)),
				this.times.ago(NOW.minus(Duration.ofMinutes((long) number * number * 37))));
	}

	private Content page(TableQuery query) {
		List<Sortable.Item> fields = List
			.of("Förnamn", "Efternamn", "E-postadress", "Telefonnummer dagtid", "Leveransadress")
			.stream()
			.map((field) -> Sortable.Item.of(field.toLowerCase(this.texts.locale()), field,
					Action.link(say("Ändra", "Edit"), "/admin/pages/P05/fields/1").quiet()))
			.toList();
		Dialog archive = Dialog.of("archive", say("Arkivera P05?", "Archive P05?"),
				Action.post(say("Arkivera P05", "Archive P05"), "/admin/pages/P05/archive").danger(),
				"/admin/pages/P05",
				say("Länkar till sidan slutar att fungera direkt. 1 240 kontakter har en länk som fortfarande gäller.",
						"Links to the page stop working at once. 1,240 contacts have a link that is still valid."));
		return Console.page(
				frame(NAMES.getFirst(), Section.LANDING_PAGES).state(Badge.good(say("Publicerad", "Published")))
					.action(Action.link(say("Förhandsgranska", "Preview"), "/admin/pages/P05/preview"))
					.action(Action.post(say("Publicera", "Publish"), "/admin/pages/P05/publish").primary())
					.more(Action.post(say("Duplicera", "Duplicate"), "/admin/pages/P05/duplicate"))
					.more(Action.link(say("Exportera", "Export"), "/admin/pages/P05/export"))
					.more(Action.ask(say("Arkivera …", "Archive …"), "archive", "/admin/remove").danger())
					.tab(say("Innehåll", "Content"), "/admin/pages/P05", true)
					.tab(say("Regler", "Rules"), "/admin/pages/P05/rules", false)
					.tab(say("Versioner", "Versions"), "/admin/pages/P05/versions", false),
				Console.beside(
						Console.all(
								Console.card(say("Fält", "Fields"),
										Console.sortable(this.texts,
												Sortable.of("fields", say("Fält på sidan", "Fields of the page"),
														"/admin/pages/P05/order", fields))),
								Console.card(say("Jämför med version 3", "Compared with version 3"),
										Console.differences(this.texts, "Version 3", say("Utkast", "Draft"),
												differences()))),
						Console.card(say("Om sidan", "About the page"), Console.facts(facts()))),
				Console.dialog(this.texts, archive));
	}

	private List<Difference> differences() {
		return List.of(new Difference(say("Knapp", "Button"), "Uppdatera", "Spara mina uppgifter"),
				new Difference(say("Fritext", "Free text"), "Här ser du vad vi har sparat om dig.",
						"Här ser du vad vi har sparat om dig och varför. Rätta det som är fel; det tar en minut."),
				new Difference(say("Fält: födelsedag", "Field: date of birth"), null, say("Frivilligt", "Optional")),
				new Difference(say("Språk", "Languages"), "sv, en", "sv, en"));
	}

	private List<Fact> facts() {
		return List.of(Fact.of(say("Nummer", "Number"), Cell.code("P05")),
				Fact.of("Id", Cell.id(this.texts, "01JD2V6X8Q3T5W7Y9ZABCDEFGH")),
				Fact.of(say("Publicerad", "Published"), this.times.ago(NOW.minus(Duration.ofHours(3)))),
				Fact.of(say("Exakt", "Exactly"), this.times.exact(NOW)),
				Fact.of(say("Nästa steg", "Next step"), this.times.day(LocalDate.of(2026, 11, 24))),
				Fact.of(say("Svarsadress", "Replies to"),
						Cell.masked(this.texts, "kristina.bergstrom@nordcykel.example")),
				Fact.of(say("Beskrivning", "Description"), Cell.none(this.texts)));
	}

	private Content contacts(TableQuery query) {
		String title = say("Kontakter", "Contacts");
		Table table = Table.of("contacts", title, query)
			.empty(Empty
				.of(say("Här kommer de personer som finns i ert CRM-system. De visas så fort systemet har skickat dem.",
						"The people in your CRM system will be here as soon as it has sent them."))
				.action(Action.link(say("Så ansluter du ett CRM-system", "How to connect a CRM system"), "/docs")
					.primary()));
		return Console.page(frame(title, Section.CONTACTS), Console.table(this.texts, table));
	}

	private Content choosing(TableQuery query) {
		String title = say("Välj en kontakt", "Choose a contact");
		List<Chooser.Found> found = List.of(
				Chooser.Found.of("/admin/pages", "Anna Lindqvist", "anna.lindqvist@kund.example",
						"Kungsbacka Cykelservice och Fritid AB"),
				Chooser.Found.of("/admin/pages", "Anna-Karin Bergström-Åkerlund", null, "Cykelbud i Norr"),
				Chooser.Found.of("/admin/pages", "Annika Ek", "a@kund.example", null));
		return Console.page(frame(title, Section.CONTACTS).under(NAMES.getFirst(), "/admin/pages/P05"),
				Console.chooser(this.texts,
						new Chooser("/admin/choose", this.texts.get("console.chooser.label"), "ann",
								query.value("none").isPresent() ? List.of() : found,
								this.texts.get("console.chooser.nobody"))));
	}

	private Content theme(TableQuery query) {
		return Console.page(
				frame(say("Nytt tema", "New theme"), Section.THEMES)
					.lead(say("Ett tema är den logotyp, de färger och det typsnitt som en sida bär.",
							"A theme is the logo, the colours and the font that a page wears.")),
				Console.form(this.texts, themeForm(false)));
	}

	private Content themeRefused(TableQuery query) {
		return Console.page(
				frame(say("Nytt tema", "New theme"), Section.THEMES).under(say("Sommar", "Summer"), "/admin/themes"),
				Console.form(this.texts, themeForm(true)));
	}

	private Form themeForm(boolean wrong) {
		return Form.post("theme", "/admin/themes")
			.upload()
			.group(say("Namn", "Name"), null,
					Field.text("name", say("Namn", "Name"))
						.value(wrong ? "" : "Sommar")
						.required()
						.atMost(60)
						.hint(say("Syns bara här i konsolen.", "Seen only here in the console."))
						.error(wrong ? say("Fyll i ett namn", "Enter a name") : null),
					greeting(wrong),
					Field.localisedLines("text", say("Text över fälten", "Text above the fields"), 4, texts("sv", "en"))
						.optional())
			.group(say("Färger", "Colours"),
					say("Texten på knappen får den färg som syns bäst.",
							"The text on the button gets the colour that is seen best."),
					Field.colour("brand", say("Knappens färg", "Button colour"))
						.value(wrong ? "#zzz" : "#1b4d4a")
						.error(wrong ? say("Skriv en färg som #1b4d4a", "Write a colour like #1b4d4a") : null),
					Field.file("logo", say("Logotyp", "Logo"), "image/png,image/jpeg,image/webp")
						.hint(say("PNG, JPEG eller WebP, högst 1 MB.", "PNG, JPEG or WebP, 1 MB at most.")))
			.group(say("Regler", "Rules"), null, Field.radios("corners", say("Hörn", "Corners"),
					List.of(Choice.of("0", say("Raka", "Square")),
							Choice.of("6", say("Rundade", "Rounded")).hint(say("Passar de flesta.", "Suits most."))))
				.value("6"),
					Field
						.select("font", say("Typsnitt", "Font"),
								List.of(Choice.of("system", say("Enhetens eget", "The device’s own")),
										Choice.of("serif", "Serif")))
						.error(wrong ? say("Välj ett typsnitt", "Choose a font") : null)
						.required(),
					Field.number("days", say("Länken gäller", "The link is valid for"))
						.value("90")
						.unit(say("dagar", "days"))
						.between("1", "3650"),
					Field.text("kept", say("Sparas i", "Kept for"))
						.value("3")
						.width("tiny")
						.beside(Field
							.select("kept-unit", say("Enhet", "Unit"),
									List.of(Choice.of("M", say("månader", "months")),
											Choice.of("Y", say("år", "years"))))
							.value("Y")
							.width("short")),
					Field.date("until", say("Sista dag", "Last day")).value("2026-12-24"),
					Field
						.checkboxes("languages", say("Språk", "Languages"),
								List.of(Choice.of("sv", "Svenska"), Choice.of("en", "English"),
										Choice.of("fi", "Suomi")))
						.values(Set.of("sv", "en")),
					Field.checkbox("portal", say("Visas i portalen", "Shown in the portal"))
						.on(true)
						.hint(say("Kontakter hittar sidan utan länk.", "Contacts find the page without a link.")),
					Field.email("reply", say("Svarsadress", "Replies to"))
						.value("info@nordcykel.example")
						.disabled()
						.hint(say("Ändras av den som driver Insyn.", "Changed by whoever runs Insyn.")))
			.submit(say("Spara", "Save"))
			.cancel(say("Avbryt", "Cancel"), "/admin/themes");
	}

	private Field greeting(boolean wrong) {
		Field field = Field.localised("greeting", say("Rubrik", "Heading"), texts("sv", "en", "da", "nb", "fi", "de"))
			.required();
		return wrong ? field.error("fi", say("Rubriken saknas", "The heading is missing")) : field;
	}

	private static Map<String, String> texts(String... languages) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (String language : languages) {
			texts.put(language, language.equals("sv") ? "Dina uppgifter hos oss" : "");
		}
		return texts;
	}

	private Content fields(TableQuery query) {
		String title = say("Fältkatalog", "Field catalogue");
		Table table = Table.of("fields", title, query)
			.columns(Column.of(say("Fält", "Field")), Column.of(say("Ändamål", "Purpose")),
					Column.of(say("Läge", "State")))
			.rows(List.of("Förnamn", "Personnummer", "Skostorlek")
				.stream()
				.map((name) -> Row
					.to("/admin/field-catalogue", Cell.text(name, "person." + name.toLowerCase(this.texts.locale())),
							Cell.textOrNone(this.texts,
									name.equals("Skostorlek") ? null : say("Kundvård", "Customer care")),
							Cell.state(
									name.equals("Skostorlek") ? Badge.warning(say("Saknar ändamål", "Lacks a purpose"))
											: Badge.good(say("Komplett", "Complete"))))
					.action(Action.link(say("Ändra", "Edit"), "/admin/field-catalogue").quiet())
					.chosenAs(name))
				.toList())
			.bulk(Action.post(say("Ta bort ur katalogen", "Remove from the catalogue"), "/admin/field-catalogue")
				.danger())
			.total(3);
		return Console.page(frame(title, Section.FIELD_CATALOGUE), Console.table(this.texts, table));
	}

	private Content audit(TableQuery query) {
		String title = say("Granskningslogg", "Audit");
		return Console.page(
				frame(title, Section.AUDIT)
					.action(Action.post(say("Kontrollera kedjan", "Verify the chain"), "/admin/audit")),
				Console.progress(this.texts,
						Progress.of("verify", say("Kontrollerar kedjan", "Verifying the chain"), 12_000, 48_113,
								say("12 000 av 48 113 poster", "12,000 of 48,113 records"), "/admin/audit?still")),
				Console.progress(this.texts, Progress.unknown("import", say("Läser filen", "Reading the file"),
						say("Det tar oftast några sekunder", "This takes a few seconds"), "/admin/audit?still")));
	}

	private Content activities(TableQuery query) {
		String title = say("Aktiviteter", "Activities");
		Table table = Table.of("activities", title, query)
			.search(say("Sök", "Search"))
			.filter(Filter.text("contact", say("Kontaktens id", "Contact id")))
			.filter(Filter.date("from", say("Från", "From")))
			.filter(Filter.date("to", say("Till", "To")))
			.columns(Column.of(say("Ämne", "Subject")), Column.of(say("För", "For")),
					Column.of(say("Kontakt", "Contact")).minor(), Column.of(say("Senast", "Due")))
			.rows(IntStream.range(0, 3)
				.mapToObj((number) -> Row.to("/admin/activities",
						Cell.text(say("Ring upp: adressen är ändrad", "Call back: the address has changed")),
						Cell.masked(this.texts, "erik@nordcykel.example"), Cell.id(this.texts, "c-7f3a9b2d4e6f8a0b1c"),
						this.times.day(LocalDate.of(2026, 11, 20 + number))))
				.toList())
			.totalAtLeast(10_000)
			.paging(Paging.more("20261120"));
		return Console.page(
				frame(title, Section.ACTIVITIES).tab(title, "/admin/activities", true)
					.tab(say("E-post", "Emails"), "/admin/emails", false),
				Kit.notice(this.texts,
						Notice.of(Notice.Kind.WARNING,
								say("Mejlservern svarar inte", "The mail server does not answer"),
								say("14 mejl väntar och skickas så fort den svarar.",
										"14 emails wait, and are sent when it answers."))),
				Kit.notice(this.texts, Notice.of(Notice.Kind.SUCCESS, say("Kedjan är hel", "The chain is intact"))),
				Console.table(this.texts, table));
	}

	private Content users(TableQuery query) {
		String title = say("Användare", "Users");
		Table table = Table.of("users", title, query)
			.search(say("Sök på namn eller e-postadress", "Search name or email address"))
			.confidential()
			.columns(Column.of(say("Namn", "Name")).sorted("name"), Column.number(say("Nivå", "Level")).sorted("level"))
			.sorted(query.sort("name", "level"))
			.rows(List.of(Row.to("/admin/users", Cell.text("Kristina Bergström-Åkerlund"), Cell.number(this.texts, 99)),
					Row.of(Cell.text("Erik Öst"), Cell.number(this.texts, 10))))
			.paging(Paging.numbered(query.page(), 2, 40))
			.total(40);
		return Console.page(frame(title, Section.USERS), Console.table(this.texts, table));
	}

	private Content account(TableQuery query) {
		return Console.page(frame(say("Mitt konto", "My account"), Section.ACCOUNT),
				Console.card(say("Lösenord", "Password"),
						Console.form(this.texts,
								Form.post("password", "/admin/account")
									.fields(Field.password("old", say("Nuvarande lösenord", "Current password"))
										.autocomplete("current-password")
										.width("medium"),
											Field.password("new", say("Nytt lösenord", "New password"))
												.autocomplete("new-password")
												.width("medium"))
									.submit(say("Byt lösenord", "Change password")))));
	}

	private Content remove(TableQuery query) {
		return Console.page(frame(say("Ta bort temat Sommar?", "Remove the theme Summer?"), Section.THEMES),
				Console.confirmation(this.texts,
						Dialog.of("remove", "",
								Action.post(say("Ta bort temat", "Remove the theme"), "/admin/themes").danger(),
								"/admin/themes", say("Tre sidor bär det. De får standardtemat i stället.",
										"Three pages wear it. They get the standard theme instead."))));
	}

	private Content broken(TableQuery query) {
		return Console.page(frame(this.texts.get("console.error.not-found.title"), Section.LANDING_PAGES),
				Console.empty(Empty.of(this.texts.get("console.error.not-found.text"))));
	}

}
