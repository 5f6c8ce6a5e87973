package dev.insyn.page.own;

import java.util.List;
import java.util.Map;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldFormatter;
import dev.insyn.fields.FieldType;
import dev.insyn.page.catalogue.RecordType;
import dev.insyn.page.contacts.ContactView;
import dev.insyn.page.pages.Labels;
import dev.insyn.page.pages.LivePage;
import dev.insyn.page.pages.PageReport;
import dev.insyn.pagekit.Texts;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A report as it is drawn: a table that becomes a list on a phone.
///
/// @param id what it is labelled by
/// @param columns what stands above each column
/// @param rows what stands in the cells, in the reader's own format; empty for no value
/// @param note in words, where there is nothing to show, or more than is shown; null otherwise
public record ReportTable(String id, String heading, List<Column> columns, List<List<String>> rows,
		@Nullable String note) {

	private static final int MOST_COLUMNS = 6;

	/// @param contact null if it can't be asked for now
	static List<ReportTable> of(LivePage page, Reader reader, @Nullable ContactView contact) {
		List<PageReport> reports = page.content().reports();
		return java.util.stream.IntStream.range(0, reports.size())
			.mapToObj((number) -> of(page, reader, reports.get(number), number,
					(contact != null) ? contact.report(number) : ContactView.Report.UNAVAILABLE))
			.toList();
	}

	/// A report outside its page.
	/// @param number what it is labelled by, as the n-th
	public static Content alone(LivePage page, Reader reader, PageReport report, int number,
			ContactView.Report answer) {
		return Templates.report(reader.texts(), of(page, reader, report, number, answer));
	}

	private static ReportTable of(LivePage page, Reader reader, PageReport report, int number,
			ContactView.Report answer) {
		List<FieldDefinition> definitions = columns(page.recordType(report), report);
		List<Column> columns = definitions.stream().map((column) -> Column.of(column, reader)).toList();
		List<List<String>> rows = answer.rows().stream().map((row) -> cells(row, definitions, reader)).toList();
		return new ReportTable("report-" + (number + 1), page.heading(report, reader.language()), columns, rows,
				note(page, reader, report, answer));
	}

	private static List<FieldDefinition> columns(RecordType type, PageReport report) {
		return report.columns()
			.stream()
			.flatMap((key) -> type.columns().stream().filter((column) -> column.key().equals(key)))
			.toList();
	}

	private static List<String> cells(Map<String, Object> row, List<FieldDefinition> columns, Reader reader) {
		return columns.stream()
			.map((column) -> FieldFormatter.show(column, row.get(column.key()), reader.locale()))
			.map((text) -> capitalised(text, reader))
			.toList();
	}

	private static String capitalised(String text, Reader reader) {
		return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(reader.locale()) + text.substring(1);
	}

	private static @Nullable String note(LivePage page, Reader reader, PageReport report, ContactView.Report answer) {
		Texts texts = reader.texts();
		if (answer.unavailable()) {
			return texts.get("report.unavailable");
		}
		if (answer.rows().isEmpty()) {
			return texts.get((report.since() != null) ? "report.none-since" : "report.none", page.tenant().name());
		}
		return (answer.total() > answer.rows().size()) ? texts.get("report.some", answer.rows().size(), answer.total())
				: null;
	}

	/// Whether it has more columns than a table of this width shows well.
	boolean many() {
		return this.columns.size() > MOST_COLUMNS;
	}

	@Override
	public String toString() {
		return "ReportTable[" + this.id + "]";
	}

	/// A column's head.
	///
	/// @param css the style class for what is never broken (`short`), or stands to the
	/// right (`number`); null for text
	public record Column(String label, @Nullable String css) {

		static Column of(FieldDefinition definition, Reader reader) {
			return new Column(Labels.of(definition.labels(), reader.language(), definition.key()),
					css(definition.type()));
		}

		private static @Nullable String css(FieldType type) {
			return switch (type) {
				case NUMBER -> "number";
				case DATE, PHONE, YES_NO -> "short";
				default -> null;
			};
		}

	}

}
