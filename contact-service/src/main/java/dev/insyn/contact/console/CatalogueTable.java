package dev.insyn.contact.console;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.insyn.contact.catalogue.Catalogue;
import dev.insyn.contact.catalogue.CatalogueField;
import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.contact.catalogue.Sensitivity;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.fields.FieldType;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Badge;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Filter;
import dev.insyn.pagekit.console.Paging;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Sort;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// All fields at a glance: what each is, why it is held, for how long, and what it still lacks.
final class CatalogueTable {

	private static final int PAGE = 50;

	private static final String LACKING = "lacking";

	private static final String COMPLETE = "complete";

	private static final String RETIRED = "retired";

	private final Screen screen;

	private final FieldWords words;

	CatalogueTable(Screen screen) {
		this.screen = screen;
		this.words = new FieldWords(screen.texts());
	}

	Content draw(Catalogue catalogue, TableQuery query, @Nullable String done) {
		Sort sort = query.sort("order", "name", "type", "retention");
		List<CatalogueField> found = catalogue.entries()
			.stream()
			.map(Catalogue.Entry::field)
			.filter((field) -> fits(field, query))
			.sorted(order(sort))
			.toList();
		List<Row> rows = found.stream().skip((query.page() - 1L) * PAGE).limit(PAGE).map(this::row).toList();
		String title = say("console.section.field-catalogue");
		ConsoleFrame frame = RecordTypeTable.tabs(this.screen, this.screen.frame(title, Section.FIELD_CATALOGUE), false)
			.lead(say("catalogue.lead"))
			.done(done);
		if (this.screen.user().may(RequiredLevel.CONFIGURES)) {
			frame = frame.action(Action.link(say("catalogue.new"), CatalogueScreens.LIST + "/new").primary());
		}
		return Console.page(frame, Console.table(this.screen.texts(), table(query, title).sorted(sort)
			.rows(rows)
			.total(found.size())
			.paging((found.size() > PAGE) ? Paging.numbered(query.page(), PAGE, found.size()) : Paging.none())));
	}

	private Table table(TableQuery query, String title) {
		return Table.of("fields", title, query)
			.search(say("catalogue.search"))
			.filter(Filter.choice("type", say("catalogue.type"),
					Stream.of(FieldType.values())
						.map((type) -> Choice.of(type.name(), this.words.type(type)))
						.toList()))
			.filter(Filter.choice("state", say("catalogue.state"),
					Stream.of(COMPLETE, LACKING, RETIRED)
						.map((state) -> Choice.of(state, say("catalogue.state." + state)))
						.toList()))
			.columns(Column.of(say("catalogue.field")).sorted("name"), Column.of(say("catalogue.type")).sorted("type"),
					Column.of(say("catalogue.purpose")), Column.of(say("catalogue.basis")).sorted("retention"),
					Column.of(say("catalogue.state")))
			.empty(Empty.of(say("catalogue.empty")));
	}

	private Row row(CatalogueField field) {
		String purpose = this.words.text(field.purpose());
		Content label = Cell.text(this.words.label(field), field.key());
		return Row.to(CatalogueScreens.address(field.key()), label, Cell.text(this.words.type(field.type())),
				Cell.textOrNone(this.screen.texts(), purpose), why(field), state(field));
	}

	/// On what ground, and for how long.
	private Content why(CatalogueField field) {
		LegalBasis basis = field.legalBasis();
		String retention = (field.retention() != null) ? this.words.period(field.retention()) : null;
		if (basis == null) {
			return Cell.textOrNone(this.screen.texts(), retention);
		}
		return (retention != null) ? Cell.text(this.words.basis(basis), retention) : Cell.text(this.words.basis(basis));
	}

	private Content state(CatalogueField field) {
		String below = field.retired() ? "" : this.words.lacking(field.lacks());
		if (field.sensitivity() != Sensitivity.NORMAL) {
			below = say("catalogue.sensitivity." + field.sensitivity().code()) + (below.isEmpty() ? "" : ", " + below);
		}
		Content state = Cell.state(badge(field, this.words));
		return below.isEmpty() ? state : Console.all(state, Cell.text("", below));
	}

	static Badge badge(CatalogueField field, FieldWords words) {
		if (field.retired()) {
			return Badge.neutral(words.say("catalogue.state.retired"));
		}
		return field.lacks().isEmpty() ? Badge.good(words.say("catalogue.state.complete"))
				: Badge.warning(words.say("catalogue.state.lacking"));
	}

	private boolean fits(CatalogueField field, TableQuery query) {
		String text = plain(field.key() + " " + String.join(" ", field.labels().values()) + " "
				+ String.join(" ", field.purpose().values()));
		return query.value("type").filter((type) -> !field.type().name().equals(type)).isEmpty()
				&& query.value("state").filter((state) -> !is(field, state)).isEmpty()
				&& Stream.of(plain(query.search()).split("\\s+")).allMatch(text::contains);
	}

	private static boolean is(CatalogueField field, String state) {
		return switch (state) {
			case RETIRED -> field.retired();
			case LACKING -> !field.lacks().isEmpty();
			case COMPLETE -> field.lacks().isEmpty() && !field.retired();
			default -> true;
		};
	}

	private Comparator<CatalogueField> order(Sort sort) {
		Comparator<CatalogueField> order = switch (sort.key()) {
			case "name" ->
				Comparator.comparing(this.words::label, java.text.Collator.getInstance(this.screen.texts().locale()));
			case "type" -> Comparator.comparing((field) -> this.words.type(field.type()));
			case "retention" -> Comparator.comparingLong(FieldWords::days);
			default -> (one, other) -> 0;
		};
		return sort.descending() ? order.reversed() : order;
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	private String say(String key) {
		return this.screen.say(key);
	}

}
