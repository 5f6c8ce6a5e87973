package dev.insyn.contact.console;

import java.util.List;
import java.util.stream.Collectors;

import dev.insyn.contact.catalogue.LegalBasis;
import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.records.RecordType;
import dev.insyn.pagekit.console.Action;
import dev.insyn.pagekit.console.Cell;
import dev.insyn.pagekit.console.Column;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.ConsoleFrame;
import dev.insyn.pagekit.console.Empty;
import dev.insyn.pagekit.console.Row;
import dev.insyn.pagekit.console.Section;
import dev.insyn.pagekit.console.Table;
import dev.insyn.pagekit.console.TableQuery;
import dev.insyn.platform.security.RequiredLevel;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// All record types at a glance.
final class RecordTypeTable {

	private final Screen screen;

	private final FieldWords words;

	RecordTypeTable(Screen screen) {
		this.screen = screen;
		this.words = new FieldWords(screen.texts());
	}

	Content draw(List<RecordType> types, TableQuery query, @Nullable String done) {
		boolean writes = this.screen.user().may(RequiredLevel.CONFIGURES);
		ConsoleFrame frame = tabs(this.screen, this.screen.frame(say("records.title"), Section.FIELD_CATALOGUE), true)
			.lead(say("records.lead"))
			.done(done);
		Action add = Action.link(say("records.new"), RecordTypeScreens.LIST + "/new").primary();
		Table table = Table.of("record-types", say("records.title"), query)
			.columns(Column.of(say("records.type")), Column.of(say("records.columns")),
					Column.of(say("catalogue.purpose")), Column.of(say("catalogue.basis")))
			.rows(types.stream().map(this::row).toList())
			.total(types.size())
			.empty(writes ? Empty.of(say("records.empty")).action(add) : Empty.of(say("records.empty")));
		return Console.page(writes ? frame.action(add) : frame, Console.table(this.screen.texts(), table));
	}

	/// Fields and records are two halves of what is stored about people.
	static ConsoleFrame tabs(Screen screen, ConsoleFrame frame, boolean records) {
		return frame.tab(screen.say("catalogue.tab.fields"), CatalogueScreens.LIST, !records)
			.tab(screen.say("catalogue.tab.records"), RecordTypeScreens.LIST, records);
	}

	private Row row(RecordType type) {
		String columns = type.columns()
			.stream()
			.map((column) -> label(this.words, column))
			.collect(Collectors.joining(", "));
		return Row.to(RecordTypeScreens.address(type.key()), Cell.text(label(this.words, type), type.key()),
				Cell.text(columns), Cell.textOrNone(this.screen.texts(), this.words.text(type.purpose())),
				Cell.text(basis(this.words, type), this.words.period(type.retention())));
	}

	static String label(FieldWords words, RecordType type) {
		String label = words.text(type.labels());
		return (label != null) ? label : type.key();
	}

	static String label(FieldWords words, RecordType.Column column) {
		String label = words.text(column.labels());
		return (label != null) ? label : column.key();
	}

	static String basis(FieldWords words, RecordType type) {
		return LegalBasis.of(type.legalBasis()).map(words::basis).orElse(type.legalBasis());
	}

	private String say(String key) {
		return this.screen.say(key);
	}

}
