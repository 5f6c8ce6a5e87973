package dev.insyn.page.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.insyn.page.catalogue.RecordType;
import dev.insyn.page.console.FieldRow.Candidate;
import dev.insyn.page.pages.Labels;
import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageReport;
import dev.insyn.page.pages.PageReport.Direction;
import dev.insyn.page.pages.PageReport.Of;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Sortable;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Which records a page shows in tables.
@Component
@Order(3)
class ReportsTab implements EditorTab {

	/// Which report stays unfolded.
	static final String OPEN = "open";

	/// Which report was just moved, and which way: `up:0`, as it stands now.
	static final String MOVED = "moved";

	private static final String MOVED_COLUMN = "column";

	private static final List<String> PERIODS = List.of("P1M", "P3M", "P6M", "P1Y", "P2Y", "P5Y");

	private static final int USUAL_LIMIT = 10;

	private static final int USUAL_COLUMNS = 4;

	@Override
	public String key() {
		return "reports";
	}

	@Override
	public FormValues fill(PageContent content, Register register, Locale locale) {
		FormValues form = new FormValues();
		for (int i = 0; i < content.reports().size(); i++) {
			fill(form, String.valueOf(i), content.reports().get(i));
		}
		return form;
	}

	private static void fill(FormValues form, String id, PageReport report) {
		String name = name(id);
		PageReport.Order order = report.order();
		form.with("order.reports", id)
			.with(name + "type", report.type())
			.with(name + "of", report.of().name())
			.with(name + "heading", report.heading())
			.with(name + "columns", report.columns())
			.with(name + "sort", (order != null) ? order.column() : RecordType.TIME)
			.with(name + "direction", ((order != null) ? order.direction() : Direction.DESCENDING).name())
			.with(name + "limit", String.valueOf(report.limit()));
		String since = report.since();
		form.with(name + "since", (since != null) ? since : "");
	}

	/// It comes last.
	@Override
	public String added(FormValues form) {
		return String.valueOf(Moves.order(form, "reports").size());
	}

	@Override
	public PageContent read(FormValues form, PageContent before, Register register, Locale locale) {
		List<PageReport> reports = new ArrayList<>();
		for (String id : Moves.order(form, "reports")) {
			if (!id.equals(form.get("remove"))) {
				reports.add(report(form, id, before));
			}
		}
		register.recordType(form.get("add")).map(ReportsTab::fresh).ifPresent(reports::add);
		return new PageContent(before.kind(), before.description(), before.name(), before.theme(), before.languages(),
				before.title(), before.intro(), before.header(), before.body(), reports, before.hidden(),
				before.logNote(), before.button(), before.confirmation(), before.rules());
	}

	private static PageReport fresh(RecordType type) {
		return new PageReport(type.key(), Of.CONTACT, Localized.NONE,
				type.columns().stream().limit(USUAL_COLUMNS).map((column) -> column.key()).toList(),
				new PageReport.Order(RecordType.TIME, Direction.DESCENDING), USUAL_LIMIT, null);
	}

	private static PageReport report(FormValues form, String id, PageContent before) {
		String name = name(id);
		Localized heading = id.matches("\\d{1,3}") && Integer.parseInt(id) < before.reports().size()
				? before.reports().get(Integer.parseInt(id)).heading() : Localized.NONE;
		String since = form.get(name + "since");
		return new PageReport(form.get(name + "type"), of(form.get(name + "of")),
				form.localized(name + "heading", heading), columns(form, id),
				new PageReport.Order(form.get(name + "sort"), direction(form.get(name + "direction"))),
				Objects.requireNonNullElse(form.number(name + "limit"), 0), since.isBlank() ? null : since);
	}

	/// The columns chosen, in the order in which the form has them, also after a press of
	/// *up* or *down* (`up:report:column`).
	private static List<String> columns(FormValues form, String id) {
		List<String> chosen = form.all(name(id) + "columns");
		String[] move = form.get(MOVED_COLUMN).split(":", 3);
		return (move.length == 3 && move[1].equals(id)) ? Sortable.order(chosen, move[0] + ":" + move[2]) : chosen;
	}

	/// The report whose column was moved: whoever moves one moves it again.
	static String openAfter(FormValues form) {
		String[] move = form.get(MOVED_COLUMN).split(":", 3);
		return (move.length == 3 && move[1].matches("\\d{1,3}")) ? move[1] : "";
	}

	/// The report that was moved, by its new place, since reports have no other name;
	/// empty if none was.
	static String movedTo(FormValues form) {
		String[] move = form.get("move").split(":", 2);
		return (move.length == 2 && form.all("order.reports").contains(move[1]))
				? move[0] + ":" + Moves.order(form, "reports").indexOf(move[1]) : "";
	}

	private static Of of(String text) {
		return text.equals(Of.ORGANISATION.name()) ? Of.ORGANISATION : Of.CONTACT;
	}

	private static Direction direction(String text) {
		return text.equals(Direction.ASCENDING.name()) ? Direction.ASCENDING : Direction.DESCENDING;
	}

	@Override
	public Content draw(Editing editing) {
		List<ReportRow> rows = new ArrayList<>();
		for (int i = 0; i < editing.content().reports().size(); i++) {
			rows.add(row(editing, i, editing.content().reports().get(i)));
		}
		List<Candidate> types = editing.register()
			.recordTypes()
			.values()
			.stream()
			.map((type) -> new Candidate(type.key(), label(editing.texts(), type), "", !Register.isLawful(type)))
			.toList();
		return Templates.reports(editing.texts(), rows, types);
	}

	private static ReportRow row(Editing editing, int index, PageReport report) {
		Texts texts = editing.texts();
		Optional<RecordType> type = editing.register().recordType(report.type());
		String member = "reports[" + index + "]";
		String label = type.map((found) -> label(texts, found)).orElse(report.type());
		String lacking = type.isEmpty() ? texts.get("page.report.unknown")
				: Register.isLawful(type.get()) ? null : texts.get("page.report.lacking");
		String wrong = editing.troubles().at(member + ".type", "report-" + index, label);
		String heading = report.heading().isEmpty() ? label : report.heading().in(editing.languages().getFirst());
		String inWords = (heading.equals(label) ? "" : label + " · ")
				+ texts.get("page.report.of." + report.of().name()) + " · "
				+ texts.count("page.report.limit.words", report.limit());
		return new ReportRow(String.valueOf(index), report.type(), heading, inWords, lacking, wrong,
				type.map((found) -> settings(editing, member, String.valueOf(index), report, found)).orElse(List.of()),
				editing.troubles().within(member) || editing.content().reports().size() == 1
						|| editing.values().get(OPEN).equals(String.valueOf(index))
						|| editing.isNew(String.valueOf(index)),
				moved(editing.values().get(MOVED), index), editing.isNew(String.valueOf(index)));
	}

	private static String moved(String moved, int index) {
		return moved.endsWith(":" + index) ? moved.substring(0, moved.indexOf(':')) : "";
	}

	private static List<Field> settings(Editing editing, String member, String id, PageReport report, RecordType type) {
		Texts texts = editing.texts();
		Troubles troubles = editing.troubles();
		String name = name(id);
		return List.of(
				Field
					.radios(name + "of", texts.get("page.report.of"),
							List.of(Choice.of(Of.CONTACT.name(), texts.get("page.report.of.CONTACT")),
									Choice.of(Of.ORGANISATION.name(), texts.get("page.report.of.ORGANISATION"))))
					.value(report.of().name()),
				troubles.on(Field
					.localised(name + "heading", texts.get("page.report.heading"),
							editing.values().texts(name + "heading", editing.languages()))
					.hint(texts.get("page.report.heading.hint", label(texts, type)))
					.optional()
					.atMost(200), member + ".heading"),
				troubles.on(Field
					.checkboxes(name + "columns", texts.get("page.report.columns"), columns(texts, report, type))
					.values(Set.copyOf(report.columns()))
					.hint(texts.get("page.report.columns.hint")), member + ".columns"),
				troubles.on(Field.select(name + "sort", texts.get("page.report.sort"), sorts(texts, type))
					.value(sort(report)), member + ".order.column"),
				Field
					.radios(name + "direction", texts.get("page.report.direction"),
							List.of(Choice.of("DESCENDING", texts.get("page.report.direction.DESCENDING")),
									Choice.of("ASCENDING", texts.get("page.report.direction.ASCENDING"))))
					.value(direction(report)),
				troubles.on(Field.number(name + "limit", texts.get("page.report.limit"))
					.value(editing.values().get(name + "limit").isEmpty() ? String.valueOf(report.limit())
							: editing.values().get(name + "limit"))
					.between("1", String.valueOf(PageReport.MOST_RECORDS)), member + ".limit"),
				troubles.on(Field.select(name + "since", texts.get("page.report.since"), periods(texts, report.since()))
					.orNothing(texts.get("page.report.since.all"))
					.value(Objects.requireNonNullElse(report.since(), "")), member + ".since"));
	}

	/// Chosen columns first, in their order.
	private static List<Choice> columns(Texts texts, PageReport report, RecordType type) {
		List<Choice> choices = new ArrayList<>();
		report.columns()
			.forEach((key) -> Moves.find(type.columns(), (column) -> column.key().equals(key))
				.ifPresent((column) -> choices.add(Choice.of(key, FieldValues.label(texts, column)))));
		type.columns()
			.stream()
			.filter((column) -> !report.columns().contains(column.key()))
			.forEach((column) -> choices.add(Choice.of(column.key(), FieldValues.label(texts, column))));
		return choices;
	}

	private static List<Choice> sorts(Texts texts, RecordType type) {
		List<Choice> sorts = new ArrayList<>();
		sorts.add(Choice.of(RecordType.TIME, texts.get("page.report.sort.time")));
		type.columns().forEach((column) -> sorts.add(Choice.of(column.key(), FieldValues.label(texts, column))));
		return sorts;
	}

	private static List<Choice> periods(Texts texts, @Nullable String now) {
		List<String> all = new ArrayList<>(PERIODS);
		if (now != null && !all.contains(now)) {
			all.addFirst(now);
		}
		return all.stream()
			.map((period) -> Choice.of(period, texts.find("page.report.since." + period).orElse(period)))
			.toList();
	}

	private static String sort(PageReport report) {
		PageReport.Order order = report.order();
		return (order != null) ? order.column() : RecordType.TIME;
	}

	private static String direction(PageReport report) {
		PageReport.Order order = report.order();
		return ((order != null) ? order.direction() : Direction.DESCENDING).name();
	}

	private static String label(Texts texts, RecordType type) {
		return Labels.of(type.labels(), texts.language(), type.key());
	}

	private static String name(String id) {
		return "r." + id + ".";
	}

}
