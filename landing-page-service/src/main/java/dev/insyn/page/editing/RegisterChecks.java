package dev.insyn.page.editing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import dev.insyn.page.catalogue.RecordType;
import dev.insyn.page.pages.HiddenField;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.PageReport;
import dev.insyn.page.pages.Register;

/// What a page must keep to by what the tenant stores: fields and record types that there are, values that fit them.
final class RegisterChecks {

	private static final Set<FieldType> DATES = Set.of(FieldType.DATE, FieldType.TEXT);

	private static final Set<FieldType> TEXTS = Set.of(FieldType.TEXT, FieldType.MULTILINE);

	private static final Set<FieldType> SEVERAL = Set.of(FieldType.ADDRESS, FieldType.CHOICES);

	private final Register register;

	private final Findings findings;

	private RegisterChecks(Register register, Findings findings) {
		this.register = register;
		this.findings = findings;
	}

	static void check(PageContent content, Register register, Findings findings) {
		RegisterChecks checks = new RegisterChecks(register, findings);
		checks.fields("header", content.header());
		checks.fields("body", content.body());
		checks.hidden(content.hidden());
		checks.reports(content.reports());
	}

	private void fields(String part, List<PageField> fields) {
		for (int i = 0; i < fields.size(); i++) {
			String member = part + "[" + i + "]";
			Optional<FieldDefinition> known = known(member, fields.get(i).key());
			List<String> preset = fields.get(i).preset();
			if (known.isPresent() && preset != null) {
				preset(member + ".preset", known.get(), preset);
			}
		}
	}

	/// A default is in canonical form, keeps to the field's rules, and is one value but
	/// for
	/// several choices.
	private void preset(String member, FieldDefinition field, List<String> preset) {
		if (field.type() == FieldType.ADDRESS) {
			this.findings.add(member, "no-default");
			return;
		}
		boolean several = field.type() == FieldType.CHOICES;
		Object raw = several ? preset : preset.getFirst();
		if (!several && preset.size() > 1) {
			this.findings.add(member, "one-value");
		}
		else {
			value(member, field, raw);
		}
	}

	private void hidden(List<HiddenField> hidden) {
		for (int i = 0; i < hidden.size(); i++) {
			HiddenField field = hidden.get(i);
			String member = "hidden[" + i + "]";
			known(member, field.key()).ifPresent((definition) -> hidden(member, field, definition));
		}
	}

	private void hidden(String member, HiddenField field, FieldDefinition definition) {
		switch (field.kind()) {
			case DATE -> only(member, DATES, definition);
			case PAGE_NAME -> only(member, TEXTS, definition);
			case FIXED -> {
				if (SEVERAL.contains(definition.type())) {
					this.findings.add(member + ".kind", "does-not-fit");
				}
				else if (field.value().isBlank()) {
					this.findings.add(member + ".value", "required");
				}
				else {
					value(member + ".value", definition, field.value());
				}
			}
		}
	}

	private void only(String member, Set<FieldType> types, FieldDefinition definition) {
		if (!types.contains(definition.type())) {
			this.findings.add(member + ".kind", "does-not-fit");
		}
	}

	private void reports(List<PageReport> reports) {
		for (int i = 0; i < reports.size(); i++) {
			PageReport report = reports.get(i);
			String member = "reports[" + i + "]";
			Optional<RecordType> type = this.register.recordType(report.type());
			if (type.isEmpty()) {
				this.findings.add(member + ".type", "unknown-record-type", "names", List.of(report.type()));
			}
			else {
				report(member, report, type.get());
			}
		}
	}

	private void report(String member, PageReport report, RecordType type) {
		List<String> unknown = report.columns().stream().filter((column) -> !type.has(column)).toList();
		if (!unknown.isEmpty()) {
			this.findings.add(member + ".columns", "unknown-column", "names", unknown);
		}
		PageReport.Order order = report.order();
		if (order != null && !type.has(order.column()) && !order.column().equals(RecordType.TIME)) {
			this.findings.add(member + ".order.column", "unknown-column", "names", List.of(order.column()));
		}
	}

	private Optional<FieldDefinition> known(String member, String key) {
		Optional<FieldDefinition> known = this.register.field(key);
		if (known.isEmpty()) {
			this.findings.add(member + ".key", "unknown-field", "names", List.of(key));
		}
		return known;
	}

	private void value(String member, FieldDefinition field, Object raw) {
		Reading reading = FieldReader.read(field, raw, Locale.ROOT);
		if (reading instanceof Reading.Problem problem) {
			this.findings
				.add(new PageProblem(member, "value", Map.of("problem", problem.code(), "args", problem.args())));
		}
		else if (reading instanceof Reading.Value value && !raw.equals(value.canonical())) {
			this.findings.add(member, "not-canonical");
		}
	}

}
