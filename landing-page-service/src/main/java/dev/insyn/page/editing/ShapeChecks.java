package dev.insyn.page.editing;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.insyn.events.LandingPagePublished;
import dev.insyn.fields.FieldDefinition;
import dev.insyn.fields.FieldReader;
import dev.insyn.fields.FieldRules;
import dev.insyn.fields.FieldType;
import dev.insyn.fields.Reading;
import dev.insyn.page.pages.HiddenField;
import dev.insyn.page.pages.LogNote;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.PageReport;
import dev.insyn.page.pages.PageRules;

/// What a page must keep to by itself, whatever the tenant stores: lengths, numbers, languages, rules that are whole.
final class ShapeChecks {

	static final int MOST_FIELDS = 200;

	static final int MOST_REPORTS = 10;

	static final int MOST_COLUMNS = 20;

	static final int MOST_HIDDEN = 20;

	static final int MOST_NOTIFIED = 20;

	static final int LONGEST_FREE_TEXT = 10_000;

	private static final FieldDefinition EMAIL = new FieldDefinition("email", FieldType.EMAIL, java.util.Map.of(),
			List.of(), FieldRules.NONE, java.util.Map.of(), "", "", "");

	private final PageContent content;

	private final Findings findings;

	private ShapeChecks(PageContent content, Findings findings) {
		this.content = content;
		this.findings = findings;
	}

	static void check(PageContent content, Findings findings) {
		findings.atMost("body", content.fields().size(), MOST_FIELDS);
		if (!findings.isEmpty()) {
			return;
		}
		ShapeChecks checks = new ShapeChecks(content, findings);
		checks.texts();
		checks.languages();
		checks.fields("header", content.header(), true);
		checks.fields("body", content.body(), false);
		checks.twice();
		checks.reports();
		checks.hidden();
		checks.rules(content.rules());
	}

	private void texts() {
		this.findings.line("description", this.content.description(), 500);
		this.findings.line("name", this.content.name(), 100);
		this.content.name().byLanguage().forEach((language, name) -> {
			if (name.contains("_")) {
				this.findings.add("name." + language, "underscore");
			}
		});
		this.findings.line("title", this.content.title(), 200);
		this.findings.lines("intro", this.content.intro(), LONGEST_FREE_TEXT);
		this.findings.line("button", this.content.button(), 60);
		this.findings.lines("confirmation", this.content.confirmation(), 2000);
		this.findings.line("logNote", this.content.logNote(), 500);
		this.content.logNote().byLanguage().forEach((language, note) -> {
			Set<String> unknown = LogNote.unknownIn(note);
			if (!unknown.isEmpty()) {
				this.findings.add("logNote." + language, "unknown-placeholder", "names", List.copyOf(unknown));
			}
		});
	}

	private void languages() {
		List<String> languages = this.content.languages();
		if (languages.isEmpty()) {
			this.findings.add("languages", "required");
		}
		if (languages.size() != Set.copyOf(languages).size()) {
			this.findings.add("languages", "twice");
		}
		if (!languages.stream().allMatch(Findings::knows)) {
			this.findings.add("languages", "unknown-language");
		}
	}

	private void fields(String part, List<PageField> fields, boolean header) {
		for (int i = 0; i < fields.size(); i++) {
			PageField field = fields.get(i);
			String member = part + "[" + i + "]";
			this.findings.line(member + ".section", field.section(), 200);
			this.findings.line(member + ".heading", field.heading(), 200);
			this.findings.lines(member + ".comment", field.comment(), 1000);
			if (header && field.editable()) {
				this.findings.add(member + ".editable", "header-read-only");
			}
			if (field.required() && !field.editable()) {
				this.findings.add(member + ".required", "only-editable");
			}
			if (field.preset() != null && !field.editable()) {
				this.findings.add(member + ".preset", "only-editable");
			}
		}
	}

	/// A field stands once on a page: two inputs of one name would be one value.
	private void twice() {
		Set<String> seen = new HashSet<>();
		for (String part : List.of("header", "body")) {
			List<PageField> fields = part.equals("header") ? this.content.header() : this.content.body();
			for (int i = 0; i < fields.size(); i++) {
				if (!seen.add(fields.get(i).key())) {
					this.findings.add(part + "[" + i + "].key", "twice");
				}
			}
		}
	}

	private void reports() {
		List<PageReport> reports = this.content.reports();
		this.findings.atMost("reports", reports.size(), MOST_REPORTS);
		for (int i = 0; i < reports.size(); i++) {
			PageReport report = reports.get(i);
			String member = "reports[" + i + "]";
			this.findings.line(member + ".heading", report.heading(), 200);
			this.findings.between(member + ".limit", report.limit(), 1, PageReport.MOST_RECORDS);
			this.findings.atMost(member + ".columns", report.columns().size(), MOST_COLUMNS);
			if (report.columns().isEmpty()) {
				this.findings.add(member + ".columns", "required");
			}
			if (report.columns().size() != Set.copyOf(report.columns()).size()) {
				this.findings.add(member + ".columns", "twice");
			}
			if (report.since() != null && !isPeriod(report.since())) {
				this.findings.add(member + ".since", "period");
			}
		}
	}

	private void hidden() {
		List<HiddenField> hidden = this.content.hidden();
		this.findings.atMost("hidden", hidden.size(), MOST_HIDDEN);
		Set<String> editable = new HashSet<>();
		this.content.editable().forEach((field) -> editable.add(field.key()));
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < hidden.size(); i++) {
			String key = hidden.get(i).key();
			if (editable.contains(key) || !seen.add(key)) {
				this.findings.add("hidden[" + i + "].key", "written-twice");
			}
			this.findings.line("hidden[" + i + "].value", hidden.get(i).value(), 500);
		}
	}

	private void rules(PageRules rules) {
		lifetime(rules.linkLifetime());
		if (!Set.of(LandingPagePublished.Rules.CONTINUE, LandingPagePublished.Rules.CODE).contains(rules.opening())) {
			this.findings.add("rules.opening", "unknown");
		}
		this.findings.atMost("rules.notified", rules.notified().size(), MOST_NOTIFIED);
		for (int i = 0; i < rules.notified().size(); i++) {
			if (!(FieldReader.read(EMAIL, rules.notified().get(i), Locale.ROOT) instanceof Reading.Value value)
					|| value.isEmpty()) {
				this.findings.add("rules.notified[" + i + "]", "email");
			}
		}
		if (rules.activity() != null) {
			activity(rules.activity());
		}
	}

	private void lifetime(PageRules.LinkLifetime lifetime) {
		switch (lifetime.kind()) {
			case LandingPagePublished.LinkLifetime.NEVER -> {
			}
			case LandingPagePublished.LinkLifetime.DAYS ->
				this.findings.between("rules.linkLifetime.days", lifetime.days(), 1, 3650);
			case LandingPagePublished.LinkLifetime.DATE -> {
				if (lifetime.date() == null) {
					this.findings.add("rules.linkLifetime.date", "required");
				}
				else if (lifetime.date().getYear() > 2199 || lifetime.date().getYear() < 2000) {
					this.findings.add("rules.linkLifetime.date", "date");
				}
			}
			default -> this.findings.add("rules.linkLifetime.kind", "unknown");
		}
	}

	private void activity(PageRules.ActivityRule activity) {
		required("rules.activity.type", activity.type(), 60);
		required("rules.activity.subject", activity.subject(), 200);
		required("rules.activity.assignee", activity.assignee(), 254);
		this.findings.between("rules.activity.dueDays", activity.dueDays(), 0, 365);
	}

	private void required(String member, String text, int longest) {
		if (text.isBlank()) {
			this.findings.add(member, "required");
		}
		this.findings.line(member, text, longest);
	}

	static boolean isPeriod(String text) {
		try {
			Period period = Period.parse(text);
			return !period.isZero() && !period.isNegative() && period.toTotalMonths() <= 1200
					&& period.getDays() <= 36_500;
		}
		catch (DateTimeParseException | ArithmeticException none) {
			return false;
		}
	}

}
