package dev.insyn.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.insyn.notification.PageRules;
import dev.insyn.notification.Pages;
import dev.insyn.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// What is wrong with a template, as things are now: fields that the catalogue doesn't know, pages that are archived.
@Component
public class TemplateChecks {

	private static final Map<MergeField.Kind, Set<String>> KNOWN = Map.of(MergeField.Kind.ORGANISATION, Set.of("name"),
			MergeField.Kind.USER, Set.of("name", "email"), MergeField.Kind.COMPANY, Set.of("name", "email"));

	private final FieldCatalogue catalogue;

	private final Pages pages;

	TemplateChecks(FieldCatalogue catalogue, Pages pages) {
		this.catalogue = catalogue;
		this.pages = pages;
	}

	/// @return empty if it can be sent
	public List<Finding> check(TenantId tenant, CompiledTemplate template) {
		List<Finding> findings = new ArrayList<>(template.findings());
		List<FieldCatalogue.Entry> entries = this.catalogue.of(tenant);
		Map<String, PageRules> known = this.pages.all(tenant)
			.stream()
			.collect(Collectors.toMap(PageRules::page, Function.identity()));
		template.words().values().forEach((words) -> words.fields().distinct().forEach((field) -> {
			Finding.Code code = wrong(field, entries, known);
			if (code != null) {
				findings.add(new Finding(code, words.language(), "", field.label()));
			}
		}));
		return findings;
	}

	private static Finding.@Nullable Code wrong(MergeField field, @Nullable List<FieldCatalogue.Entry> entries,
			Map<String, PageRules> pages) {
		return switch (field.kind()) {
			case PAGE -> wrong(pages.get(field.name()));
			case CONTACT -> (entries == null || entries.stream().anyMatch((entry) -> entry.key().equals(field.name())))
					? null : Finding.Code.UNKNOWN_FIELD;
			default ->
				KNOWN.getOrDefault(field.kind(), Set.of()).contains(field.name()) ? null : Finding.Code.UNKNOWN_FIELD;
		};
	}

	private static Finding.@Nullable Code wrong(@Nullable PageRules page) {
		return (page == null) ? Finding.Code.UNKNOWN_PAGE
				: (page.archived() != null) ? Finding.Code.ARCHIVED_PAGE : null;
	}

}
