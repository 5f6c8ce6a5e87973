package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;

import dev.insyn.notification.Pages;
import dev.insyn.pagekit.Texts;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.platform.tenancy.TenantId;

import org.springframework.stereotype.Component;

/// The merge fields that there are, in the order in which the list shows them: the contact's, its organisation, who sends, the
/// company, and last the landing pages.
@Component
class MergeList {

	private final FieldCatalogue catalogue;

	private final Pages pages;

	MergeList(FieldCatalogue catalogue, Pages pages) {
		this.catalogue = catalogue;
		this.pages = pages;
	}

	List<MergeGroup> of(TenantId tenant, Texts texts) {
		List<MergeGroup> groups = new ArrayList<>();
		List<FieldCatalogue.Entry> entries = this.catalogue.of(tenant);
		if (entries != null) {
			groups.add(new MergeGroup(texts.get("merge.contact"),
					entries.stream()
						.filter((entry) -> !entry.isRetired())
						.map((entry) -> Choice.of("{{contact." + entry.key() + "}}", entry.label(texts.language())))
						.toList()));
		}
		groups.add(new MergeGroup(texts.get("merge.organisation"),
				List.of(Choice.of("{{organisation.name}}", texts.get("merge.organisation.name")))));
		groups.add(new MergeGroup(texts.get("merge.user"),
				List.of(Choice.of("{{user.name}}", texts.get("merge.user.name")),
						Choice.of("{{user.email}}", texts.get("merge.user.email")))));
		groups.add(new MergeGroup(texts.get("merge.company"),
				List.of(Choice.of("{{company.name}}", texts.get("merge.company.name")),
						Choice.of("{{company.email}}", texts.get("merge.company.email")))));
		List<Choice> links = this.pages.all(tenant)
			.stream()
			.filter((page) -> page.archived() == null)
			.map((page) -> Choice.of("_" + page.page() + "_" + page.name(texts.language()).replace("_", " ") + "_",
					page.page() + " " + page.name(texts.language())))
			.toList();
		if (!links.isEmpty()) {
			groups.add(new MergeGroup(texts.get("merge.pages"), links));
		}
		return groups;
	}

}
