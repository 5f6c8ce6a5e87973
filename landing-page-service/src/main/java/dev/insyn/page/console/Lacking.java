package dev.insyn.page.console;

import java.util.List;

import dev.insyn.page.pages.Labels;
import dev.insyn.page.pages.PageContent;
import dev.insyn.page.pages.Register;
import dev.insyn.pagekit.Texts;

/// What on a page lacks what the GDPR's Art. 13 asks to tell.
record Lacking(List<String> fieldKeys, List<String> typeKeys, Register register) {

	static Lacking of(PageContent content, Register register) {
		return new Lacking(
				content.fieldKeys()
					.stream()
					.filter((key) -> register.field(key).filter((field) -> !Register.isLawful(field)).isPresent())
					.toList(),
				content.recordTypes()
					.stream()
					.filter((key) -> register.recordType(key).filter((type) -> !Register.isLawful(type)).isPresent())
					.toList(),
				register);
	}

	boolean isEmpty() {
		return this.fieldKeys.isEmpty() && this.typeKeys.isEmpty();
	}

	List<Obstacle> fields(Texts texts) {
		return this.fieldKeys.stream()
			.map((key) -> new Obstacle(
					this.register.field(key).map((field) -> FieldValues.label(texts, field)).orElse(key),
					"/admin/field-catalogue/" + key))
			.toList();
	}

	List<Obstacle> recordTypes(Texts texts) {
		return this.typeKeys.stream()
			.map((key) -> new Obstacle(this.register.recordType(key)
				.map((type) -> Labels.of(type.labels(), texts.language(), key))
				.orElse(key), "/admin/field-catalogue/records/" + key))
			.toList();
	}

}
