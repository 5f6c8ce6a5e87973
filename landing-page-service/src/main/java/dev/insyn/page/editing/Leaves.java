package dev.insyn.page.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.insyn.page.pages.HiddenField;
import dev.insyn.page.pages.Localized;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.PageField;
import dev.insyn.page.pages.PageReport;
import dev.insyn.page.pages.PageRules;
import org.jspecify.annotations.Nullable;

/// A content taken apart into single values, each with its place.
final class Leaves {

	private final Map<Place, String> values = new LinkedHashMap<>();

	private Leaves() {
	}

	static Map<Place, String> of(PageContent content) {
		Leaves leaves = new Leaves();
		leaves.page(content);
		content.header().forEach((field) -> leaves.field(field, "header"));
		content.body().forEach((field) -> leaves.field(field, "body"));
		content.reports().forEach(leaves::report);
		content.hidden().forEach(leaves::hidden);
		leaves.rules(content.rules());
		return leaves.values;
	}

	private void page(PageContent content) {
		Place page = new Place("page", null, null, null);
		texts(page, "name", content.name());
		put(page, "description", content.description());
		put(page, "theme", content.theme());
		put(page, "languages", String.join(", ", content.languages()));
		texts(page, "title", content.title());
		texts(page, "intro", content.intro());
		texts(page, "button", content.button());
		texts(page, "confirmation", content.confirmation());
		texts(page, "logNote", content.logNote());
	}

	private void field(PageField field, String place) {
		Place here = new Place("field", field.key(), null, null);
		put(here, "place", place);
		texts(here, "section", field.section());
		texts(here, "heading", field.heading());
		texts(here, "comment", field.comment());
		put(here, "editable", String.valueOf(field.editable()));
		put(here, "required", String.valueOf(field.required()));
		List<String> preset = field.preset();
		put(here, "preset", (preset != null) ? String.join(", ", preset) : "");
	}

	private void report(PageReport report) {
		Place here = new Place("report", report.type() + "/" + report.of(), null, null);
		texts(here, "heading", report.heading());
		put(here, "columns", String.join(", ", report.columns()));
		PageReport.Order order = report.order();
		put(here, "order", (order != null) ? order.column() + " " + order.direction() : "");
		put(here, "limit", String.valueOf(report.limit()));
		String since = report.since();
		put(here, "since", (since != null) ? since : "");
	}

	private void hidden(HiddenField field) {
		Place here = new Place("hidden", field.key(), null, null);
		put(here, "kind", field.kind().name());
		put(here, "value", field.value());
	}

	private void rules(PageRules rules) {
		Place here = new Place("rules", null, null, null);
		PageRules.LinkLifetime lifetime = rules.linkLifetime();
		put(here, "linkLifetime", lifetime.kind() + ((lifetime.days() != null) ? " " + lifetime.days() : "")
				+ ((lifetime.date() != null) ? " " + lifetime.date() : ""));
		put(here, "opening", rules.opening());
		put(here, "notified", String.join(", ", rules.notified()));
		PageRules.ActivityRule activity = rules.activity();
		if (activity != null) {
			put(here, "activityType", activity.type());
			put(here, "activitySubject", activity.subject());
			put(here, "activityAssignee", activity.assignee());
			put(here, "activityDue", String.valueOf(activity.dueDays()));
		}
		put(here, "portal", String.valueOf(rules.portal()));
	}

	private void texts(Place place, String property, Localized text) {
		text.byLanguage()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((words) -> this.values.put(new Place(place.part(), place.item(), property, words.getKey()),
					words.getValue()));
	}

	private void put(Place place, String property, String value) {
		if (!value.isEmpty()) {
			this.values.put(new Place(place.part(), place.item(), property, null), value);
		}
	}

	/// Where a value stands.
	record Place(String part, @Nullable String item, @Nullable String property, @Nullable String language) {

		Place whole() {
			return new Place(this.part, this.item, null, null);
		}

	}

}
